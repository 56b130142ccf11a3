const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// XML 1.0 allows no other control characters, no lone surrogates, not U+FFFE and U+FFFF.
const barred = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text without what steers a terminal or breaks XML; line ends and tabs stay. */
export function printable(text: string): string {
  return text.replace(barred, '\uFFFD');
}

/** Text for XML, SVG and HTML, as content and inside quoted attributes. Everything from the wire goes through here. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** At most `length` characters, the rest replaced by an ellipsis. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;
}
