import { TestDesignError } from '../../check/language/index.ts';
import type { Actor, Form, Sentence } from './sentence.ts';

export type Keyword = 'Given' | 'When' | 'Then';
export type Role = 'station' | 'csms';

/** Given prepares, When acts, Then expects (VOCABULARY.md, reading rule). */
const byForm: Readonly<Partial<Record<Form, readonly Keyword[]>>> = {
  configure: ['Given'],
  asset: ['Given'],
  ask: ['When'],
  act: ['When'],
  pass: ['When'],
  moment: ['When'],
  sees: ['Then'],
  shows: ['Then'],
  rule: ['Then'],
};

export const sutOf = (role: Role): Actor => (role === 'csms' ? 'the CSMS' : 'the Charging Station');

/** Where a sentence may stand in a feature of that role; empty = nowhere. */
export function keywordsFor({ form, actor, words }: Sentence, role: Role): readonly Keyword[] {
  const fixed = byForm[form];
  if (fixed !== undefined) return fixed;
  const ofSut = actor === sutOf(role);
  if (form === 'state') return words['verb'] === 'is' ? ['Given'] : ['When'];
  if (form === 'answer') return ofSut ? [] : ['Given', 'When'];
  if (form === 'past') return ofSut ? ['Then'] : [];
  if (form === 'connect') return role === 'csms' && !ofSut ? ['When'] : [];
  if (form === 'verdict') return role === 'csms' && ofSut ? ['Then'] : [];
  return ofSut ? ['Then'] : ['When'];
}

/** Throws TestDesignError for a sentence under the wrong keyword. */
export function checkKeyword(sentence: Sentence, keyword: Keyword, role: Role): void {
  const allowed = keywordsFor(sentence, role);
  if (allowed.includes(keyword)) return;
  if (allowed.length === 0) throw new TestDesignError(`belongs in no @${role} feature`);
  throw new TestDesignError(`stands under ${keyword}, belongs under ${allowed.join(' or ')}`);
}
