import { parseRef, type RawTable, suggestion, TestDesignError } from '../../check/language/index.ts';
import { intents } from '../../check/names.ts';
import { timelineRules } from '../../check/rules/index.ts';
import { hands } from '../../check/sentence-names.ts';
import { checkRefs } from '../../check/static-check.ts';
import { CaseScope, type LintSetting } from './case-scope.ts';
import { checkEvent } from './events.ts';
import { checkKeyword, type Keyword, sutOf } from './roles.ts';
import { type Form, readSentence, type Sentence } from './sentence.ts';
import { checkTable, claimsNothing } from './tables.ts';

/** A scenario as cucumber compiles it: Outline values filled in, keywords inherited. */
export interface LintPickle {
  readonly tags: readonly { readonly name: string }[];
  readonly steps: readonly LintStep[];
}
export interface LintStep {
  readonly text: string;
  readonly type?: string | undefined;
  readonly argument?:
    | {
        readonly dataTable?:
          | { readonly rows: readonly { readonly cells: readonly { readonly value: string }[] }[] }
          | undefined;
      }
    | undefined;
}
/** `step` counts from 0; undefined = the scenario as a whole. */
export interface Problem {
  readonly step: number | undefined;
  readonly why: string;
}

const keywords: Readonly<Record<string, Keyword>> = { Context: 'Given', Action: 'When', Outcome: 'Then' };
const verdictStep = 'the judge gives the verdict';

const tableOf = ({ argument }: LintStep): RawTable | undefined =>
  argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value));

type WordCheck = (scope: CaseScope, sentence: Sentence) => void;

function checkMessage(scope: CaseScope, { actor, amount, names, window, form }: Sentence): void {
  const sending = actor !== sutOf(scope.setting.role);
  for (const name of names) checkEvent(scope, name, sending && form === 'message');
  if (sending && !/^(?:an?|\d+)$/.test(amount))
    throw new TestDesignError(`"${amount}" cannot be sent`, 'a, an or a number');
  if (sending && names.length > 1) throw new TestDesignError(`${names.join(' or ')} cannot be sent`, 'one message');
  if (!sending && amount === 'no' && form === 'message' && window !== 'for')
    throw new TestDesignError('"no" needs a span', '"for D"');
  if (form !== 'response') return;
  const other = names.find((name) => !/Response$|^CALLERROR$/.test(name));
  if (other !== undefined) throw new TestDesignError(`${other} answers nothing`, 'a Response or a CALLERROR');
}

function checkAnswer(scope: CaseScope, { words }: Sentence): void {
  const request = words['count'] === undefined ? (words['request'] ?? '') : (words['request'] ?? '').replace(/s$/, '');
  const given = (words['answer'] ?? '').replace(/^an? /, '');
  if (request === 'connection attempt') {
    if (/Response$|^CALLERROR$|^nothing$/.test(given))
      throw new TestDesignError(`${given} does not answer a connection attempt`);
    return;
  }
  checkEvent(scope, request, true);
  if (given === 'CALLERROR' || given === 'nothing') return;
  const fitting = request.replace(/Request$/, 'Response');
  if (given !== fitting) throw new TestDesignError(`${given} does not answer ${request}`, fitting);
}

function checkState({ setting: { states, role } }: CaseScope, { words }: Sentence): void {
  const name = words['state'] ?? '';
  if (!states.has(name)) throw new TestDesignError(`no ${role} state ${name}${suggestion(name, states.keys())}`);
}

function checkRule(_scope: CaseScope, { words }: Sentence): void {
  const name = words['rule'] ?? '';
  if (timelineRules[name] === undefined)
    throw new TestDesignError(`unknown rule "${name}"${suggestion(name, Object.keys(timelineRules))}`);
}

function checkAct(_scope: CaseScope, { words: { hand = '', act = '' } }: Sentence): void {
  if (hands[hand]?.some((known) => new RegExp(`^(?:${known})$`).test(act)) !== true)
    throw new TestDesignError(`${hand} has no act "${act}"`);
}

function checkIntent(scope: CaseScope, { names: [name = ''] }: Sentence): void {
  checkEvent(scope, name, true);
  if (intents[name.replace(/Request$/, '')] === undefined) throw new TestDesignError(`nobody asks a CSMS for ${name}`);
}

const wordChecks: Readonly<Partial<Record<Form, WordCheck>>> = {
  message: checkMessage,
  past: checkMessage,
  response: checkMessage,
  answer: checkAnswer,
  state: checkState,
  rule: checkRule,
  act: checkAct,
  ask: checkIntent,
};

function checkStep(scope: CaseScope, step: LintStep): Sentence {
  const sentence = readSentence(step.text);
  const keyword = step.type === undefined ? undefined : keywords[step.type];
  if (keyword !== undefined) checkKeyword(sentence, keyword, scope.setting.role);
  wordChecks[sentence.form]?.(scope, sentence);
  const unquoted = step.text.replace(/"[^"]*"/g, '');
  checkRefs(scope.setting.schemas, (unquoted.match(/<[^<>]+>/g) ?? []).map(parseRef), scope);
  const table = tableOf(step);
  if (sentence.tabled && table === undefined)
    throw new TestDesignError('no table follows the colon', 'a table below it');
  if (!sentence.tabled && table !== undefined)
    throw new TestDesignError('a table follows', '" with:" at the end of the sentence');
  if (table !== undefined) {
    scope.note(table);
    checkTable(scope, sentence, table);
  }
  scope.demandValues([step.text, ...(table?.flat() ?? [])]);
  return sentence;
}

const expecting: ReadonlySet<Form> = new Set([
  'message',
  'pattern',
  'past',
  'response',
  'report',
  'verdict',
  'link',
  'sees',
  'shows',
  'rule',
]);
const isCheck = (step: LintStep, sentence: Sentence) =>
  step.type === 'Outcome' && expecting.has(sentence.form) && !claimsNothing(sentence, tableOf(step));

/** Everything wrong with the sentences and tables of one scenario. */
export function problemsOf(pickle: LintPickle, setting: LintSetting): Problem[] {
  const scope = new CaseScope(setting);
  const claimed = new Set(pickle.tags.flatMap(({ name }) => (name.startsWith('@req:') ? [name.slice(5)] : [])));
  const problems: Problem[] = [];
  let checks = 0;
  for (const [index, step] of pickle.steps.entries()) {
    if (step.text === verdictStep) continue;
    try {
      const sentence = checkStep(scope, step);
      const untagged = sentence.requirements.find((id) => !claimed.has(id));
      if (untagged !== undefined)
        problems.push({ step: index, why: `${untagged} is not among the tags; add @req:${untagged}` });
      if (isCheck(step, sentence)) checks++;
    } catch (error) {
      if (!(error instanceof TestDesignError)) throw error;
      problems.push({ step: index, why: error.message });
      checks++; // a step that cannot be read may be the check
    }
  }
  if (checks === 0)
    problems.push({
      step: undefined,
      why: 'no Then can fail: at least one sentence must expect something that is not optional',
    });
  return problems;
}

/**
 * Refuses a scenario with a mistake in it; call it before anything is sent.
 * Throws TestDesignError with the first problem and the sentence it stands in.
 */
export function checkScenario(pickle: LintPickle, setting: LintSetting): void {
  const [first] = problemsOf(pickle, setting);
  if (first === undefined) return;
  const sentence = first.step === undefined ? undefined : pickle.steps[first.step]?.text;
  throw new TestDesignError(sentence === undefined ? first.why : `${first.why} (in "${sentence}")`);
}
