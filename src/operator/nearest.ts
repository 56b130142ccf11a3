function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [i, a] of [...left].entries()) {
    const next = [i + 1];
    for (const [j, b] of [...right].entries()) {
      const swap = (row[j] ?? 0) + (a === b ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The known word closest to what was written (letter case aside); undefined when there is none to choose from. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const ranked = known.map((word) => ({ word, far: distance(written.toLowerCase(), word.toLowerCase()) }));
  return ranked.sort((a, b) => a.far - b.far)[0]?.word;
}
