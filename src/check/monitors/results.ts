import type { Phase } from '../../timeline/events.ts';
import { brokenResult, type CheckResult, type Level } from '../verdict.ts';
import type { Monitor, Sighting } from './types.ts';

/** A sighting with what the runner adds: whose it is and where it happened. */
export interface Sighted {
  readonly monitor: Monitor;
  readonly sighting: Sighting;
  readonly phase: Phase;
  /** The harness broke it. */
  readonly ours: boolean;
}

const levels: readonly Level[] = ['SHALL', 'SHOULD', 'compatibility', 'MAY'];
/** More lines than this help nobody; the events are all named. */
const mostLines = 5;

const levelOf = ({ monitor, sighting }: Sighted): Level => sighting.level ?? monitor.level;

const words = ({ message, actual }: Sighting): string => (actual === undefined ? message : `${message}: ${actual}`);

function told(sightings: readonly Sighting[]): string {
  const lines = [...new Set(sightings.map((each) => `event ${each.events.at(-1) ?? '?'}: ${words(each)}`))];
  const rest = lines.length - mostLines;
  return `${lines.slice(0, mostLines).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

function idOf({ monitor, ours }: Sighted): string {
  return `monitor/${ours ? 'own-' : ''}${monitor.name}`;
}

/** Sightings of one monitor and one side as one check: the gravest level decides, and is told first. */
function checkOf(id: string, sighted: readonly Sighted[]): CheckResult {
  const sorted = [...sighted].sort((a, b) => levels.indexOf(levelOf(a)) - levels.indexOf(levelOf(b)));
  const level = sorted[0] === undefined ? 'MAY' : levelOf(sorted[0]);
  const sightings = sorted.map(({ sighting }) => sighting);
  const gravest = sorted.filter((each) => levelOf(each) === level);
  const [only] = sightings.length === 1 ? sightings : [];
  return {
    id,
    requirement: [...new Set(gravest.map(({ sighting }) => sighting.requirement))].join(', '),
    level,
    result: sorted[0]?.ours === true ? 'error' : brokenResult(level),
    message: told(sightings),
    events: [...new Set(sightings.flatMap(({ events }) => events))].sort((a, b) => a - b),
    ...(gravest.some(({ sighting }) => sighting.late) ? { late: true } : {}),
    ...(only?.expected === undefined ? {} : { expected: only.expected }),
    ...(only?.actual === undefined ? {} : { actual: only.actual }),
  };
}

/**
 * The checks of a case: what the SUT broke in the body, by level, and what we broke in any phase, which is our error when it is
 * a SHALL and nobody's business otherwise. Nothing is returned when nothing was found: a case is not passed by having been legal.
 */
export function caseChecks(sighted: readonly Sighted[]): CheckResult[] {
  const wanted = sighted.filter((each) => (each.ours ? levelOf(each) === 'SHALL' : each.phase === 'body'));
  const ids = [...new Set(wanted.map(idOf))];
  return ids.map((id) =>
    checkOf(
      id,
      wanted.filter((each) => idOf(each) === id),
    ),
  );
}

/**
 * What the SUT broke in preamble or restore: findings of the run. Their messages name no event and no value, so that equal ones
 * of several cases become one line. What is not at least a SHOULD is left out.
 */
export function outsideChecks(sighted: readonly Sighted[]): CheckResult[] {
  const found = new Map<string, CheckResult>();
  for (const each of sighted) {
    const level = levelOf(each);
    const result = brokenResult(level);
    if (each.ours || each.phase === 'body' || result === 'observation') continue;
    const { requirement, message: what } = each.sighting;
    const message = `in ${each.phase}: ${what}`;
    const id = idOf(each);
    found.set(`${id}\n${message}\n${requirement}`, { id, requirement, level, result, message });
  }
  return [...found.values()];
}
