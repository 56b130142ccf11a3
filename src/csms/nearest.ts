import { distance } from 'fastest-levenshtein';

/** The known word closest to what was written (letter case aside); undefined when there is none to choose from. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const ranked = known.map((word) => ({ word, far: distance(written.toLowerCase(), word.toLowerCase()) }));
  return ranked.sort((a, b) => a.far - b.far)[0]?.word;
}
