import { TestDesignError } from '../../check/language/index.ts';
import { assets, conditions, connectorStatuses, hands, links, serverCertificates } from '../../check/sentence-names.ts';

/** The forms of VOCABULARY.md section 1. */
export type Form =
  | 'configure'
  | 'state'
  | 'asset'
  | 'message'
  | 'pattern'
  | 'past'
  | 'response'
  | 'answer'
  | 'report'
  | 'connect'
  | 'verdict'
  | 'link'
  | 'act'
  | 'ask'
  | 'sees'
  | 'shows'
  | 'rule'
  | 'pass'
  | 'moment';
export type Actor = 'the Charging Station' | 'the CSMS';

/** A sentence taken apart. */
export interface Sentence {
  readonly form: Form;
  readonly text: string;
  /** A table must follow (the sentence ends in a colon). */
  readonly tabled: boolean;
  readonly actor: Actor | undefined;
  readonly requirements: readonly string[];
  readonly window: 'within' | 'for' | undefined;
  /** a | an | no | every | one or more | at least N | N | all parts of a */
  readonly amount: string;
  /** Messages or views, singular. */
  readonly names: readonly string[];
  /** What else the form says, by group name: state, verb, rule, hand, act, request, answer, pattern. */
  readonly words: Readonly<Record<string, string | undefined>>;
}

/** How a table may follow: after "with", after the bare colon, after "holding", or never. */
type Ending = 'with' | 'colon' | 'holding' | 'none';

const any = (words: readonly string[]) => words.join('|');
const actor = '(?<actor>the Charging Station|the CSMS)';
const id = String.raw`[A-Z]\d\d\.FR\.\d+`;
const req = String.raw`(?: \[(?<req>${id}(?:, ${id})*)\])?`;
const term = String.raw`(?:\d+(?:\.\d+)?|<[^>]+>)`;
const span = `${term}(?: [-+*] ${term})* (?:seconds?|minutes?|hours?)`;
const window = `(?: (?<window>within|for) ${span})?`;
const at = String.raw`(?: at (?:EVSE \d+|every EVSE|<[^>]+>))?`;
const events = String.raw`(?<amount>an?|no|every|one or more|at least \d+|\d+|all parts of an?) (?<names>.+?)`;
const certificate = `the server certificate "(?:${any(serverCertificates)})"`;
const answer = String.raw`(?<answer>an? \w+|nothing|HTTP \d{3}|TLS \d\.\d|${certificate})`;

const rows: readonly (readonly [Form, Ending, string])[] = [
  ['configure', 'colon', `${actor} is configured with`],
  ['state', 'with', String.raw`the state (?<verb>is|becomes) (?<state>\w+)(?: \((?:local|remote)\))?${at}`],
  ['asset', 'none', `(?<asset>${any(assets)}) is (?:${any(conditions)})`],
  ['pattern', 'colon', `${actor} (?:sends|makes) (?<pattern>in order|in any order|one of these)${window}${req}`],
  ['message', 'with', `${actor} (?:sends|makes) ${events}${window}${req}`],
  ['past', 'with', `${actor} has (?:sent|made) ${events}${req}`],
  ['response', 'with', `${actor} responds with ${events}${window}${req}`],
  [
    'answer',
    'holding',
    String.raw`${actor} answers (?:the next(?: (?<count>\d+))?|every) (?<request>.+?) with ${answer}`,
  ],
  ['report', 'none', `${actor} reports (?:${any(connectorStatuses)})${at}${window}${req}`],
  ['connect', 'with', `${actor} connects${window}`],
  ['verdict', 'with', `${actor} (?:accepts|refuses) the connection${window}${req}`],
  ['link', 'none', `${actor} (?:${any(links)})${window}${req}`],
  ['ask', 'with', `the operator(?:, if needed,)? asks the CSMS to send ${events}`],
  ['sees', 'colon', `the operator sees${req}`],
  ['shows', 'colon', `the rig shows${window}${req}`],
  ['rule', 'none', `the rule "(?<rule>[^"]+)" holds${req}`],
  ['moment', 'none', `the clock reaches <[^>]+>(?: [-+] ${span})?`],
  ['act', 'none', `(?<hand>${any(Object.keys(hands))}) (?<act>.+?)${at}`],
  ['pass', 'none', `${span} pass(?:es)?`],
];
const forms = rows.map(([form, ending, pattern]) => ({ form, ending, pattern: new RegExp(`^${pattern}$`) }));

/** The sentence without what announces its table; undefined when this form cannot end so. */
function bodyOf(text: string, ending: Ending): string | undefined {
  if (!text.endsWith(':')) return ending === 'colon' ? undefined : text;
  if (ending === 'colon') return text.slice(0, -1);
  if (ending === 'holding') return text.endsWith(' holding:') ? text.slice(0, -' holding:'.length) : undefined;
  const introduced = / with(?: \[[^\]]*\])?:$/.exec(text);
  if (ending === 'none' || introduced === null) return undefined;
  return text.slice(0, introduced.index) + introduced[0].slice(' with'.length, -1);
}

const singular = (name: string) => name.replace(/(?<=status)es$|s$/, '');
const isFew = (amount: string) => /^(?:an?|no|every|all parts of an?)$/.test(amount);

/** Event names in the singular; an amount above one takes the plural. */
function eventsIn(amount: string | undefined, names: string | undefined): string[] {
  if (amount === undefined || names === undefined) return [];
  return names.split(' or ').map((name) => {
    if (isFew(amount)) return name;
    if (!name.endsWith('s')) throw new TestDesignError(`"${amount} ${name}"`, `the plural, "${amount} ${name}s"`);
    return singular(name);
  });
}

/** Reads one sentence; TestDesignError when the vocabulary has no such sentence. Names in it are not looked up here. */
export function readSentence(text: string): Sentence {
  for (const { form, ending, pattern } of forms) {
    const body = bodyOf(text, ending);
    const match = body === undefined ? null : pattern.exec(body);
    if (match === null) continue;
    const { amount, names, req: requirements, window: kind, actor: who, ...words } = match.groups ?? {};
    return {
      form,
      text,
      words,
      tabled: text.endsWith(':'),
      actor: who === 'the CSMS' || who === 'the Charging Station' ? who : undefined,
      requirements: requirements?.split(', ') ?? [],
      window: kind === 'within' || kind === 'for' ? kind : undefined,
      amount: amount ?? '',
      names: eventsIn(amount, names),
    };
  }
  throw new TestDesignError('no such sentence', 'a sentence of the vocabulary, spelled as there');
}
