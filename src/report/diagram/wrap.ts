/** Breaks words into lines of at most `width` characters, at most `lines` of them; the rest is told by an ellipsis. */
export function wrapped(text: string, width: number, lines: number): string[] {
  const out: string[] = [];
  let line = '';
  for (const word of text.replace(/\s+/g, ' ').trim().split(' ')) {
    let rest = word;
    while (rest !== '') {
      const room = line === '' ? width : width - line.length - 1;
      if (rest.length <= room) {
        line = line === '' ? rest : `${line} ${rest}`;
        rest = '';
      } else if (line === '') {
        out.push(rest.slice(0, width));
        rest = rest.slice(width);
      } else {
        out.push(line);
        line = '';
      }
    }
  }
  if (line !== '') out.push(line);
  if (out.length <= lines) return out;
  const last = out[lines - 1] ?? '';
  return [...out.slice(0, lines - 1), `${last.slice(0, width - 1)}…`];
}

/** Joins short texts to lines of at most `width` characters, separated by a middle dot. */
export function flowed(parts: readonly string[], width: number, lines: number): string[] {
  const out: string[] = [];
  for (const part of parts) {
    const line = out.at(-1);
    if (line !== undefined && line.length + part.length + 3 <= width) out[out.length - 1] = `${line} · ${part}`;
    else out.push(...wrapped(part, width, 2));
  }
  return out.length <= lines ? out : [...out.slice(0, lines - 1), `${(out[lines - 1] ?? '').slice(0, width - 1)}…`];
}
