import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allCases,
  type Contradiction,
  contradictions,
  type Exclusion,
  exclusions,
  type PlanRow,
} from '../catalogue/index.ts';
import { type Config, irreversible, missingFixture, type Needs, needsOf, type Scenario } from '../harness/index.ts';
import type { Summary } from '../report/index.ts';
import { factorOf } from './clock-factor.ts';
import type { Declared, Role } from './pics.ts';
import { byProfile, planRole, type Selection } from './plan.ts';

export interface CasePlan {
  readonly id: string;
  readonly title: string;
  /** Certification profiles it belongs to; [] = not part of certification. */
  readonly profiles: readonly string[];
  /** What the run does with it. */
  readonly outcome: 'runs' | 'not implemented' | 'not applicable' | 'left out';
  /** Why, in one line; also why a case runs that a missing answer leaves open. */
  readonly reason: string;
  readonly feature?: PlanRow['feature'];
  readonly needs?: Needs;
  /** Seconds it will take, and how that is known. */
  readonly seconds?: number;
  readonly estimate?: 'recorded' | 'from its waits';
  readonly staleRisk?: string;
  readonly irreversible?: string;
}
export interface MissingFixture {
  /** Names of fixtures in the features. */
  readonly fixtures: readonly string[];
  /** What to write into the configuration. */
  readonly write: string;
  readonly cases: readonly string[];
}
export interface PlanReport {
  readonly role: Role;
  readonly product: string;
  readonly cases: readonly CasePlan[];
  readonly missing: readonly MissingFixture[];
  /** Where the statement contradicts itself or Part 5. */
  readonly contradictions: readonly Contradiction[];
  readonly exclusions: readonly Exclusion[];
  readonly seconds: number;
}

/** Seconds a person needs for one act at the hardware, and for one order at a CSMS. */
const manual = { act: 20, order: 40 };
/** What a case takes beside its waits. */
const overhead = { real: 3, embedded: 0.3 };

/** Durations of the last run, where it was of this product and in real time (or of an embedded one, as this plan is). */
function recordedDurations(reports: string, config: Config | undefined): ReadonlyMap<string, number> {
  const file = join(reports, 'summary.json');
  if (!existsSync(file)) return new Map();
  try {
    const summary = JSON.parse(readFileSync(file, 'utf8')) as Partial<Summary>;
    const same =
      config === undefined
        ? summary.sut?.identity === 'embedded'
        : summary.sut?.identity === config.identity && summary.clockFactor === 1;
    return new Map(same ? (summary.cases ?? []).map(({ id, durationMs }) => [id, durationMs / 1000]) : []);
  } catch {
    // A summary that cannot be read says nothing about time; the estimate comes from the waits.
    return new Map();
  }
}

/** Acts count when a person carries them out, orders when a person gives them; an embedded product waits faster. */
function estimated(id: string, needs: Needs, config: Config | undefined): number {
  if (config === undefined) return needs.waitSeconds / factorOf(id) + overhead.embedded;
  const acts = config.sut === 'station' && config.rig.driver === 'prompt' ? needs.acts.length : 0;
  const orders = config.sut === 'csms' && config.operator.driver === 'prompt' ? needs.orders.length : 0;
  return Math.round(needs.waitSeconds + acts * manual.act + orders * manual.order + overhead.real);
}

export interface PlanInputs {
  readonly role: Role;
  readonly declared: Declared;
  /** Configuration that the cases are looked at with: the declared one, or that of an embedded product. */
  readonly config: Config;
  readonly selection: Selection;
  readonly scenarios: readonly Scenario[];
  readonly reports: string;
  readonly allowIrreversible: boolean;
}

/** What a run with these options would do with every case of the role. */
export function planReport(inputs: PlanInputs): PlanReport {
  const { role, declared, config, selection, reports } = inputs;
  const planned = planRole(role, selection, declared.answers);
  const { can, cannot } =
    declared.config === undefined
      ? { can: planned.run, cannot: [] }
      : byProfile(planned.run, config.securityProfile, { irreversible: inputs.allowIrreversible });
  const known: Known = {
    ...inputs,
    runs: new Set(can),
    obstacles: new Map(cannot),
    recorded: recordedDurations(reports, declared.config),
  };
  const cases = planned.rows.filter(({ decision }) => decision !== 'other').map((row) => casePlan(row, known));
  return {
    role,
    product: declared.product,
    cases,
    missing: missingIn(cases, config),
    contradictions: contradictions(role, declared.answers),
    exclusions: exclusions(role, allCases()),
    seconds: cases.reduce((sum, { seconds = 0 }) => sum + seconds, 0),
  };
}

interface Known extends PlanInputs {
  readonly runs: ReadonlySet<string>;
  readonly obstacles: ReadonlyMap<string, string>;
  readonly recorded: ReadonlyMap<string, number>;
}

function casePlan(row: PlanRow, known: Known): CasePlan {
  const { id, title, profiles, feature, staleRisk, reason } = row;
  const undone = irreversible(id);
  const base = {
    id,
    title,
    profiles: [...new Set(profiles.map(({ name }) => name))],
    ...(feature === undefined ? {} : { feature }),
    ...(staleRisk === undefined ? {} : { staleRisk }),
    ...(undone === undefined ? {} : { irreversible: undone }),
  };
  const obstacle = known.obstacles.get(id);
  if (obstacle !== undefined) return { ...base, outcome: 'left out', reason: obstacle };
  if (!known.runs.has(id)) return { ...base, outcome: outcomeOf(row), reason };
  const needs = needsOf(
    known.scenarios.filter((scenario) => scenario.id === id),
    known.config,
  );
  const took = known.recorded.get(id);
  return {
    ...base,
    outcome: 'runs',
    reason,
    needs,
    seconds: took ?? estimated(id, needs, known.declared.config),
    estimate: took === undefined ? 'from its waits' : 'recorded',
  };
}

function outcomeOf({ decision, implemented }: PlanRow): CasePlan['outcome'] {
  if (decision === 'not applicable') return 'not applicable';
  return implemented ? 'left out' : 'not implemented';
}

function missingIn(cases: readonly CasePlan[], config: Config): MissingFixture[] {
  const found = new Map<string, { fixtures: Set<string>; cases: Set<string> }>();
  for (const { id, needs } of cases) {
    for (const fixture of needs?.fixtures ?? []) {
      const write = missingFixture(config, fixture);
      if (write === undefined) continue;
      const entry = found.get(write) ?? { fixtures: new Set(), cases: new Set() };
      entry.fixtures.add(fixture);
      entry.cases.add(id);
      found.set(write, entry);
    }
  }
  return [...found].map(([write, entry]) => ({ fixtures: [...entry.fixtures], write, cases: [...entry.cases] }));
}
