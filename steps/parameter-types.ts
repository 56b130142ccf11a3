import { defineParameterType } from '@cucumber/cucumber';
import {
  acts,
  allActions,
  assets,
  certificates,
  conditions,
  connectorStatuses,
  hands,
  links,
  stateNames,
  viewNames,
} from '../src/harness/index.ts';

const any = (words: readonly string[]) => words.join('|');
const action = `(?:${any(allActions)})`;
const message = `${action}(?:Request|Response)|OCSPRequest|OCSPResponse|CALLERROR|message|${any(viewNames)}`;
const one = `(?:${message})(?: or (?:${message}))*`;
const many = `(?:${message})(?:es|s)(?: or (?:${message})(?:es|s))*`;
const term = '(?:\\d+(?:\\.\\d+)?|<[^>]+>)';
const span = `${term}(?: [-+*] ${term})* (?:seconds?|minutes?|hours?)`;
const certificate = any(certificates);

type Transformer = (...groups: (string | undefined)[]) => unknown;
const type = (name: string, regexp: RegExp | string, transformer: Transformer = (text) => text) =>
  defineParameterType({
    name,
    regexp: typeof regexp === 'string' ? new RegExp(regexp) : regexp,
    transformer,
    useForSnippets: false,
  });

const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length);
const singular = (name: string) => name.replace(/(?<=status)es$|s$/, '');
const event = (amount: string | undefined, names: string | undefined) => ({
  amount: amount ?? 'a',
  names: (names ?? '').split(' or '),
});

// Who. The feature's tag says which of the two is the SUT.
type('actor', /the Charging Station|the CSMS/);

// How many of which event; an amount above one takes the plural.
type(
  'message',
  `(?:(an?|no|all parts of an?) (${one})|(one or more|at least \\d+|\\d+) (${many}))`,
  (few, name, more, names) =>
    few === undefined ? event(more, names?.split(' or ').map(singular).join(' or ')) : event(few, name),
);
type('past', `(an?|no|every) (${one})`, event);
type('pattern', /in order|in any order|one of these/);

// Prepared answers of the harness.
type(
  'selection',
  `(the next|every) (${action}Request|OCSPRequest|connection attempt)|the next (\\d+) (${action}Request|connection attempt)s`,
  (which, name, count, names) => ({ which: which ?? 'the next', count: Number(count ?? 1), name: name ?? names ?? '' }),
);
type(
  'answer',
  `an? (?:${action}Response|CALLERROR|OCSPResponse)|nothing|HTTP \\d{3}|TLS \\d\\.\\d|the server certificate "(?:${certificate})"`,
);

// Suffixes; each may match nothing.
type('window', `(?: (within|for) (${span}))?`, (kind, value) =>
  kind === undefined ? undefined : { kind, span: value },
);
type('at', /(?: at (EVSE \d+|every EVSE|<[^>]+>))?/);
type('req', /(?: \[([A-Z]\d\d\.FR\.\d+(?:, [A-Z]\d\d\.FR\.\d+)*)\])?/, (ids) => ids?.split(', ') ?? []);
type('ifNeeded', /(, if needed,)?/, (text) => text !== undefined && text !== '');

// Time.
type('duration', span);
type('moment', `<[^>]+>(?: [-+] ${span})?`);

// States, physics, connection, assets: closed lists.
type('state', `(${any(longestFirst(stateNames))})(?: \\((local|remote)\\))?`, (name, mode) => ({
  name: name ?? '',
  mode,
}));
type('hand', any(longestFirst(hands)));
type('act', any(longestFirst(acts)));
type('link', any(links));
type('verdict', /accepts|refuses/);
type('connectorStatus', any(connectorStatuses));
type('asset', any(assets));
type('condition', any(conditions));
