import { describe, expect, it } from 'vitest';
import { isSendable, parseCell, parsePath, parseSpan, parseTimes, type Row } from '../../src/check/language/index.ts';
import { intents, isKnown, views } from '../../src/check/names.ts';
import { cellRules } from '../../src/check/rules/index.ts';
import { links, states as vocabulary } from '../../src/check/sentence-names.ts';
import { checkRow } from '../../src/check/static-check.ts';
import { rigAct } from '../../src/harness/acts.ts';
import { resolvableNames } from '../../src/harness/case/fixtures.ts';
import { completeConfig } from '../../src/harness/config/load.ts';
import { csmsStates } from '../../src/states/csms/index.ts';
import { stationStates } from '../../src/states/station/index.ts';
import type { Fields, Situation, State, StateAct, StateRow, When } from '../../src/states/types.ts';
import { schemas } from '../check/context.ts';

const roles = { station: stationStates, csms: csmsStates } as const;
const all = Object.entries(roles).flatMap(([role, states]) =>
  states.map((state) => ({
    role: role === 'csms' ? ('csms' as const) : ('station' as const),
    state,
    name: state.name,
  })),
);

/** Something that may stand for an input where a state's cell names it. */
const written: Fields = {
  idToken: '<valid token>',
  'stopped by': '<valid token>',
  reason: 'PowerUp',
  'certificate type': 'CSMSRootCertificate',
  certificate: '<new CSMS root>',
  evse: '<evse>',
};
const placeholder = /<state input ([^>]+)>/g;
const filled = (text: string) => text.replace(placeholder, (_all, key: string) => written[key] ?? `no input ${key}`);

const rowOf = ([label, text]: [string, string], index: number): Row => ({
  row: index + 1,
  label,
  kind: 'field',
  path: parsePath(label),
  cell: parseCell(filled(text)),
});
const rowsOf = (fields: Fields | undefined) => Object.entries(fields ?? {}).map(rowOf);

const names = new Set(resolvableNames(completeConfig({ sut: 'station', identity: 'CS-1' })));
/** Throws a TestDesignError for a field, an enum word, a name or a rule that does not exist. */
function fits(event: string, fields: Fields | undefined, sending = false): void {
  for (const row of rowsOf(fields)) {
    const rule = row.cell.any.find((match) => match.op === 'obeys');
    if (rule?.op === 'obeys') {
      expect([...Object.keys(cellRules), ...rulesToCome]).toContain(rule.rule);
      schemas.node(event, row.path);
      continue;
    }
    checkRow(schemas, event, row, { remembered: new Set() }, { sending });
    for (const name of row.cell.text.match(/<[^<>.]+>/g) ?? [])
      expect(names.has(name.slice(1, -1)) || isKnown(name.slice(1, -1)), name).toBe(true);
    if (sending) expect(isSendable(row.cell), row.cell.text).toBe(true);
  }
}

/** What our side does with its link in states, beside the sentences. */
const ownLinks: readonly string[] = [
  'reports every connector',
  'reports its EVSE as Reserved',
  'offers security profile 1 only',
  'offers every security profile',
];
/** Rules that states name and nobody has built: such a state ends in an error. */
const rulesToCome: readonly string[] = [];
/** Inputs that are taken and change nothing yet. */
const withoutEffect: Readonly<Record<string, readonly string[]>> = {};

const actsOf = ({ stages }: State): StateAct[] => stages.flatMap(({ act }) => act ?? []);
const rowsIn = ({ stages }: State): StateRow[] => stages.flatMap(({ expects }) => expects ?? []);
const whens = (state: State): When[] => [
  ...(state.reached === undefined ? [] : [state.reached]),
  ...(state.before ?? []).flatMap(({ when }) => when ?? []),
  ...state.stages.flatMap(({ when, expects }) => [when ?? [], (expects ?? []).map((row) => row.when ?? [])].flat(2)),
];

/** A situation in which everything is `truth`; notes the inputs that are asked for. */
function situation(truth: boolean, asked = new Set<string>(), more: Partial<Situation> = {}): Situation {
  return {
    mode: 'local',
    runProfile: truth ? 1 : 2,
    byButton: truth,
    hasLock: truth,
    parked: truth,
    plugged: truth,
    authorized: truth,
    charging: truth,
    suspended: truth,
    stopAuthorized: truth,
    transaction: truth ? 'running' : 'none',
    booting: truth,
    firmwarePending: truth,
    told: () => truth,
    startsAt: () => truth,
    stopsAt: () => truth,
    pics: () => truth,
    variable: () => (truth ? 'true' : undefined),
    input: (key) => {
      asked.add(key);
      return undefined;
    },
    ...more,
  };
}

describe.each(all)('$role $name', ({ role, state }) => {
  const states = roles[role];

  it('is a state of the vocabulary, once', () => {
    expect(vocabulary[role]).toContain(state.name);
    expect(states.filter(({ name }) => name === state.name)).toHaveLength(1);
  });

  it('comes after states that exist', () => {
    const known = states.map(({ name }) => name);
    for (const { state: before } of state.before ?? []) expect(known).toContain(before);
  });

  it('expects what the SUT can say, by fields that exist', () => {
    for (const { event, times, fields } of rowsIn(state)) {
      parseTimes(times ?? '');
      for (const name of event.split(' or ')) {
        expect(views[name] !== undefined || schemas.has(name), name).toBe(true);
        fits(name, fields);
        if (views[name] === undefined) expect(name.endsWith('Request') || role === 'csms').toBe(true);
      }
    }
  });

  it('does only what hands and harness can do', () => {
    for (const act of actsOf(state)) {
      if ('does' in act)
        expect(
          rigAct(filled(act.does), 1, { token: () => ({ idToken: 'A', type: 'Local' }), number: Number, text: String }),
          act.does,
        ).toBeDefined();
      else if ('passes' in act) parseSpan(act.passes);
      else if ('link' in act) expect([...ownLinks, ...links]).toContain(act.link);
      else if ('becomes' in act) expect(states.map(({ name }) => name)).toContain(act.becomes);
      else if ('answersNext' in act) {
        fits(act.answersNext, act.where);
        fits(act.answersNext.replace(/Request$/, 'Response'), act.fields, true);
      } else if ('asks' in act) {
        expect(role).toBe('csms');
        expect(intents[act.asks.replace(/Request$/, '')]).toEqual(expect.arrayContaining(Object.keys(act.words ?? {})));
        fits(act.asks, act.request);
        fits(act.asks.replace(/Request$/, 'Response'), act.answer, true);
      } else {
        fits(act.sends, act.fields, true);
        fits(act.sends.replace(/Request$/, 'Response'), act.answer);
      }
    }
  });

  it('forbids what the SUT could say, for a time that can be read', () => {
    for (const { forbids } of state.stages) {
      if (forbids === undefined) continue;
      parseSpan(forbids.for);
      fits(forbids.event, forbids.fields);
    }
  });

  it('names only inputs that it takes, each with a meaning', () => {
    const inputs = state.inputs ?? [];
    const used = inputsUsed(state);
    expect([...used].filter((key) => !inputs.includes(key))).toEqual([]);
    const words = inputs.filter((input) => !input.endsWith('Request'));
    const known = reachable(state, states);
    expect(words.filter((input) => !known.has(input))).toEqual(withoutEffect[`${role} ${state.name}`] ?? []);
  });

  it('a request among its inputs is one that it sends', () => {
    for (const input of (state.inputs ?? []).filter((each) => each.endsWith('Request')))
      expect(actsOf(state).some((act) => 'sends' in act && act.sends === input && act.merge === input)).toBe(true);
  });

  it('decides in every situation', () => {
    for (const truth of [true, false])
      for (const when of whens(state)) expect(typeof when(situation(truth))).toBe('boolean');
  });
});

it('no rule to come is there already', () => {
  expect(rulesToCome.filter((rule) => rule in cellRules)).toEqual([]);
});

/** Inputs that a state's own cells or conditions ask for. */
function inputsUsed(state: State): Set<string> {
  const asked = new Set<string>();
  for (const when of whens(state)) for (const truth of [true, false]) when(situation(truth, asked));
  for (const [, key = ''] of JSON.stringify(state.stages).matchAll(placeholder)) asked.add(key);
  return asked;
}
/** Inputs that the state or one it builds on asks for; the hash algorithm goes into our answer, which the harness composes. */
function reachable(state: State, states: readonly State[]): Set<string> {
  const before = (state.before ?? []).flatMap((each) => states.filter(({ name }) => name === each.state));
  const composed = actsOf(state).some((act) => 'merge' in act && act.merge === 'certificateHashDataChain');
  return new Set([
    ...inputsUsed(state),
    ...(composed ? ['hash algorithm'] : []),
    ...before.flatMap((each) => [...reachable(each, states)]),
  ]);
}
