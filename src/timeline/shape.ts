import { closest, distance } from 'fastest-levenshtein';

/** Tells what is wrong with a value; undefined when nothing is. */
type Shape = (value: unknown) => string | undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
};
const is =
  (type: 'string' | 'number' | 'boolean', words: string): Shape =>
  (value) =>
    typeof value === type ? undefined : `is ${shown(value)}; it must be ${words}`;
const text = is('string', 'a text');
const number = is('number', 'a number');
const flag = is('boolean', 'true or false');
const object: Shape = (value) => (isRecord(value) ? undefined : `is ${shown(value)}; it must be an object`);

/** The word nearest to a wrong one, when there is one worth naming. */
function near(wrong: unknown, words: readonly string[]): string {
  if (typeof wrong !== 'string' || words.length === 0) return '';
  const word = closest(wrong, [...words]);
  return distance(wrong, word) <= Math.max(2, word.length / 3) ? `; nearest is ${JSON.stringify(word)}` : '';
}
const oneOf =
  (...words: readonly string[]): Shape =>
  (value) =>
    words.some((word) => word === value)
      ? undefined
      : `is ${shown(value)}; it must be one of ${words.join(', ')}${near(value, words)}`;
const list =
  (item: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value)) return `is ${shown(value)}; it must be a list`;
    for (const [i, each] of value.entries()) {
      const fault = item(each);
      if (fault !== undefined) return `[${i}] ${fault}`;
    }
    return undefined;
  };
const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined ? undefined : shape(value);

/** An object with these members; others are let pass, since a later version may add some. */
function members(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value) => {
    if (!isRecord(value)) return object(value);
    for (const [name, shape] of Object.entries(shapes)) {
      const fault = shape(value[name]);
      if (fault === undefined) continue;
      const missing = value[name] === undefined;
      const other = missing
        ? near(
            name,
            Object.keys(value).filter((key) => !(key in shapes)),
          )
        : '';
      if (missing) return `"${name}" is missing${other}`;
      return `"${name}" ${fault}`;
    }
    return undefined;
  };
}

const pair: Shape = (value) =>
  Array.isArray(value) && value.length <= 2 && typeof value[0] === 'string'
    ? undefined
    : `is ${shown(value)}; it must be a name and its value`;
const values = list(pair);

const opening = members({
  claim: object,
  sentence: text,
  requirement: text,
  level: oneOf('SHALL', 'SHOULD', 'MAY', 'compatibility'),
  blame: oneOf('preamble', 'sut'),
  names: values,
  variables: values,
  connectors: members({ occupied: list(list(number)), otherwise: text }),
});
const closing = members({
  now: number,
  wallNow: number,
  from: number,
  end: number,
  since: members({ at: number, ownTime: optional(number) }),
  used: list(number),
  names: values,
  variables: values,
  rules: list(members({ rule: text, event: number, reason: optional(text) })),
  password: optional(text),
  looked: optional(object),
});
const facts = members({
  toleranceMs: number,
  supply: members({ voltage: number, phases: number }),
  holds: list(text),
  identity: text,
  roots: object,
  schedule: object,
  strict: flag,
});

const frames: Readonly<Record<string, Shape>> = {
  call: members({ messageId: text, action: text, payload: object }),
  result: members({ messageId: text, payload: object }),
  error: members({ messageId: text, errorCode: text }),
  malformed: members({ messageId: text, reason: text, detail: text }),
};
const frame: Shape = (value) => {
  if (!isRecord(value)) return object(value);
  const kind = oneOf(...Object.keys(frames))(value['kind']);
  return kind === undefined ? frames[String(value['kind'])]?.(value) : `"kind" ${kind}`;
};

const phases = ['run', 'preamble', 'body', 'restore'];
const common = { sequence: number, elapsed: number, at: number, phase: oneOf(...phases) };

/** What each type of event must hold. */
const events: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  frame: {
    sender: oneOf('Charging Station', 'CSMS'),
    attempt: number,
    raw: text,
    frame,
    schemaFaults: list(members({ path: text, message: text })),
  },
  connection: { what: text, attempt: number, facts: object },
  rig: { facts: object },
  operator: { intent: object, outcome: text },
  transfer: {
    direction: oneOf('download', 'upload'),
    url: text,
    outcome: oneOf('complete', 'partial', 'refused'),
    bytes: number,
  },
  step: { keyword: oneOf('Given', 'When', 'Then'), text, what: oneOf('begin', 'end') },
  'expectation.opened': {
    expectation: number,
    check: text,
    requirements: list(text),
    matcher: object,
    mark: number,
    deadline: number,
    again: optional(opening),
  },
  'expectation.closed': {
    expectation: number,
    result: oneOf('met', 'mismatch', 'timeout', 'forbidden'),
    events: list(number),
    again: optional(closing),
  },
  check: {
    check: text,
    level: oneOf('SHALL', 'SHOULD', 'MAY', 'compatibility'),
    result: oneOf('pass', 'fail', 'warning', 'inconclusive', 'error', 'observation'),
  },
  setting: { facts },
  aside: { used: list(number) },
  verdict: { verdict: oneOf('none', 'pass', 'inconclusive', 'fail', 'error', 'not applicable') },
  note: { text },
};

/** What is wrong with a line of a timeline as an event, with the nearest valid value; undefined when nothing is. */
export function eventFault(value: unknown): string | undefined {
  if (!isRecord(value)) return 'it must be an object';
  const known = Object.keys(events);
  const type = oneOf(...known)(value['type']);
  if (type !== undefined) return `"type" ${type}`;
  return members({ ...common, ...events[String(value['type'])] })(value);
}

/** The version of timelines that this program writes and reads. */
export const timelineVersion = 1;

/** What is wrong with the first line of a timeline; undefined when nothing is. */
export function headerFault(value: unknown): string | undefined {
  if (!isRecord(value) || value['timeline'] === undefined)
    return 'no timeline header; expected {"timeline":1, "case":..., ...}';
  if (value['timeline'] !== timelineVersion)
    return `timeline version ${shown(value['timeline'])} is unknown; this Assay reads version ${timelineVersion}: use the one that wrote it (suite ${shown(value['suite'])})`;
  return members({ case: text, suite: text, role: oneOf('station', 'csms'), complete: flag })(value);
}
