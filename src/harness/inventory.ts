import { findCase } from '../catalogue/index.ts';
import { leftoverChecks } from '../check/leftovers.ts';
import { monitors } from '../check/monitors/index.ts';
import type { Level } from '../check/verdict.ts';
import { csmsStates } from '../states/csms/index.ts';
import { stationStates } from '../states/station/index.ts';
import type { Fields, State } from '../states/types.ts';
import { CheckBook } from './case/checks.ts';
import { type Scenario, scenariosIn } from './cucumber.ts';
import { type LintStep, readSentence } from './lint/index.ts';
import { keywordsFor, type Role } from './lint/roles.ts';

/** A check that a case or a monitor may make. */
export interface InventoryCheck {
  /** `TC_X/<n>-<slug>` or `monitor/<name>`. */
  readonly id: string;
  readonly level: Level;
  /** Under Given a failure is inconclusive: it accuses nobody. */
  readonly preamble: boolean;
  /** Requirement ids joined by ", ", or `TC_X/step n`. */
  readonly requirement: string;
  /** What it looks at: labels of a table, or `event(label, label)` a row; the state it reaches. */
  readonly looksAt: readonly string[];
}
export interface InventoryCase {
  readonly id: string;
  readonly title: string;
  readonly checks: readonly InventoryCheck[];
}
export interface InventoryState {
  readonly name: string;
  readonly role: Role;
  /** `event(field, field)` a row that the SUT has to show on the way. */
  readonly expects: readonly string[];
}
export interface Inventory {
  readonly cases: readonly InventoryCase[];
  readonly states: readonly InventoryState[];
  readonly monitors: readonly InventoryCheck[];
}

const looking = (event: string, labels: readonly string[]): string =>
  labels.length === 0 ? event : `${event}(${labels.join(', ')})`;

/** Labels of a table of fields; of a table of events, each with the columns it fills. */
function looksAtOf({ argument }: LintStep, form: string): string[] {
  const rows = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [];
  if (form !== 'pattern') return rows.map(([label = '']) => label);
  const [heads = [], ...events] = rows;
  return events.map((cells) =>
    looking(
      cells[0] ?? '',
      heads.filter((_, column) => column > 0 && cells[column] !== ''),
    ),
  );
}

const states: Readonly<Record<Role, readonly State[]>> = { station: stationStates, csms: csmsStates };

/** The SUT has to show something on the way to this state. */
function demandsSomething(name: string, role: Role): boolean {
  const state = states[role].find((each) => each.name === name);
  if (state === undefined) return true;
  return (
    stateOf(state, role).expects.length > 0 ||
    (state.before ?? []).some(({ state: before }) => demandsSomething(before, role))
  );
}

/** The checks that the sentences of one scenario make; an Outline makes each once. */
function checksOf({ id, pickle }: Scenario, role: Role): InventoryCheck[] {
  const book = new CheckBook(id);
  return pickle.steps.flatMap((step, index) => {
    const sentence = readSentence(step.text);
    const { requirements, form, words } = sentence;
    const isState = form === 'state';
    const mayFail = isState
      ? demandsSomething(words['state'] ?? '', role)
      : keywordsFor(sentence, role).includes('Then');
    if (!mayFail) return [];
    return {
      id: book.idFor(index + 1, step.text),
      level: 'SHALL' as const,
      preamble: step.type === 'Context',
      requirement: requirements.length > 0 ? requirements.join(', ') : `${id}/step ${index + 1}`,
      looksAt: isState ? [`state ${words['state'] ?? ''}`] : looksAtOf(step, form),
    };
  });
}

const fieldsOf = (fields: Fields | undefined): string[] => Object.keys(fields ?? {});

function stateOf({ name, stages }: State, role: Role): InventoryState {
  const expects = stages.flatMap(({ act, expects: rows = [] }) => [
    ...(act !== undefined && 'sends' in act && act.answer !== undefined
      ? [looking(act.sends.replace(/Request$/, 'Response'), fieldsOf(act.answer))]
      : []),
    ...(act !== undefined && 'asks' in act ? [looking(act.asks, fieldsOf(act.request))] : []),
    ...rows.map(({ event, fields }) => looking(event, fieldsOf(fields))),
  ]);
  return { name, role, expects };
}

/** Ids of the checks that run over every case. */
export const monitorChecks: readonly InventoryCheck[] = [
  ...monitors.map(({ name, level, requirements }) => ({
    id: `monitor/${name}`,
    level,
    preamble: false,
    requirement: requirements.join(', '),
    looksAt: [],
  })),
  { id: leftoverChecks.grave, level: 'SHALL', preamble: false, requirement: '', looksAt: [] },
  { id: leftoverChecks.other, level: 'SHOULD', preamble: false, requirement: '', looksAt: [] },
];

/** Every check that the features of a folder and the monitors can make, without running anything. */
export function inventory(folder: string): Inventory {
  const cases = new Map<string, InventoryCase>();
  for (const scenario of scenariosIn(folder)) {
    const { id, pickle } = scenario;
    const before = cases.get(id)?.checks ?? [];
    const seen = new Set(before.map((check) => check.id));
    const role: Role = id.endsWith('_CSMS') ? 'csms' : 'station';
    const checks = [...before, ...checksOf(scenario, role).filter((check) => !seen.has(check.id))];
    cases.set(id, { id, title: findCase(id)?.title ?? pickle.name, checks });
  }
  const demanding = [
    ...states.station.map((state) => stateOf(state, 'station')),
    ...states.csms.map((state) => stateOf(state, 'csms')),
  ];
  return {
    cases: [...cases.values()],
    states: demanding.filter(({ expects }) => expects.length > 0),
    monitors: monitorChecks,
  };
}
