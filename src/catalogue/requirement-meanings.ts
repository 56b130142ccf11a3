import { meanings } from './data/requirement-meanings.ts';

/** What a requirement asks for, in one line of our own words; undefined where we have none. */
export function requirementMeaning(id: string): string | undefined {
  return meanings[id];
}
