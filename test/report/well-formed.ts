const barred = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const part =
  /<\?[^?]*\?>|<!--[^-]*(?:-[^-]+)*-->|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

/** Faults of a document against the rules of well-formed XML (elements, attributes, entities, characters); [] = none. */
export function xmlFaults(text: string): string[] {
  const character = barred.exec(text);
  if (character !== null) return [`character ${text.charCodeAt(character.index)} at ${character.index}`];
  const open: string[] = [];
  const faults: string[] = [];
  let roots = 0;
  part.lastIndex = 0;
  while (part.lastIndex < text.length) {
    const at = part.lastIndex;
    const found = part.exec(text);
    if (found === null) return [...faults, `no markup at ${at}: ${text.slice(at, at + 40)}`];
    const [whole, closed, opened, , empty, content] = found;
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(whole)) faults.push(`bare & in ${whole.slice(0, 40)}`);
    if (closed !== undefined && open.pop() !== closed) faults.push(`</${closed}> closes nothing`);
    if (opened !== undefined && open.length === 0) roots += 1;
    if (opened !== undefined && empty === '') open.push(opened);
    if (content !== undefined && content.trim() !== '' && open.length === 0) faults.push('text outside the root');
  }
  if (open.length > 0) faults.push(`not closed: ${open.join(' ')}`);
  if (roots !== 1) faults.push(`${roots} roots`);
  return faults;
}
