import { join, resolve } from 'node:path';
import parseTags from '@cucumber/tag-expressions';
import {
  type Answers,
  allCases,
  certificationProfiles,
  findCase,
  isProfile,
  nearestCase,
  type PlannedCase,
  type PlanRow,
  plan,
  withImplementation,
} from '../catalogue/index.ts';
import type { CaseResult } from '../check/verdict.ts';
import {
  irreversibleObstacle,
  packageRoot,
  type Scenario,
  scenariosIn,
  securityProfileObstacle,
  UsageError,
} from '../harness/index.ts';
import type { SecurityProfile } from '../transport/types.ts';
import { inOrder, type Order, orderOf } from './order.ts';

export interface Selection {
  readonly cases: readonly string[];
  readonly profiles: readonly string[];
  readonly features: string;
  /** `i/n`: the i-th of n parts of the plan. */
  readonly shard?: { readonly index: number; readonly of: number };
  /** Cucumber tag expression over the scenarios' tags. */
  readonly tags?: (tags: readonly string[]) => boolean;
  /** Default: that of the catalogue. */
  readonly order?: Order;
}

export const defaultFeatures = join(packageRoot, 'features');

/** Reads `--case A,B --profile P --features DIR`; unknown names are wrong use. */
export function selectionOf(options: {
  readonly case?: string;
  readonly profile?: string;
  readonly features?: string;
  readonly tags?: string;
  readonly shard?: string;
  readonly order?: string;
  readonly seed?: string;
}): Selection {
  const list = (text: string | undefined) =>
    text
      ?.split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '') ?? [];
  const cases = list(options.case);
  for (const id of cases) {
    if (findCase(id) !== undefined || id.startsWith('X_')) continue;
    const close = nearestCase(id);
    throw new UsageError(`--case ${id}: no such official case${close === undefined ? '' : `; did you mean ${close}?`}`);
  }
  const profiles = list(options.profile);
  const unknown = profiles.find((profile) => !isProfile(profile));
  if (unknown !== undefined)
    throw new UsageError(
      `--profile ${unknown}: no such certification profile; there are ${certificationProfiles.map(({ name }) => name).join(', ')}`,
    );
  return {
    cases,
    profiles,
    features: options.features === undefined ? defaultFeatures : resolve(options.features),
    ...(options.tags === undefined ? {} : { tags: tagFilter(options.tags) }),
    ...(options.shard === undefined ? {} : { shard: shardOf(options.shard) }),
    ...(options.order === undefined && options.seed === undefined
      ? {}
      : { order: orderOf(options.order, options.seed) }),
  };
}

function tagFilter(expression: string): (tags: readonly string[]) => boolean {
  try {
    const parsed = parseTags(expression);
    return (tags) => parsed.evaluate([...tags]);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new UsageError(
      `--tags ${expression}: ${reason}; write a tag expression such as "@req:B06.FR.01 or @TC_B_12_CS"`,
    );
  }
}

function shardOf(text: string): { index: number; of: number } {
  const [, index, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index >= 1 && index <= of) return { index, of };
  throw new UsageError(`--shard ${text}: write i/n, such as 1/4`);
}

/** Scenarios by case id, with the first place of each. */
export function implementedIn(scenarios: readonly Scenario[]): Map<string, { uri: string; line: number }> {
  const places = new Map<string, { uri: string; line: number }>();
  for (const { id, uri, line } of scenarios) if (!places.has(id)) places.set(id, { uri, line });
  return places;
}

export interface RolePlan {
  readonly rows: readonly PlanRow[];
  /** Cases to run, by id, in the order of the selection. */
  readonly run: readonly string[];
  /** Official cases of the role, implemented or not, for the summary by profile. */
  readonly all: readonly PlannedCase[];
  /** Cases that were asked for and do not apply, as results. */
  readonly notApplicable: readonly CaseResult[];
}

/** What runs for one role: planned by PICS and selection. Own cases (X_...) of the role run too. */
export function planRole(role: 'station' | 'csms', selection: Selection, pics: Answers): RolePlan {
  const scenarios = scenariosIn(selection.features);
  const implemented = implementedIn(scenarios);
  const tagged = new Set(
    scenarios
      .filter(({ pickle }) => selection.tags?.(pickle.tags.map(({ name }) => name)) !== false)
      .map(({ id }) => id),
  );
  const suffix = role === 'csms' ? '_CSMS' : '_CS';
  const own = [...implemented.keys()].filter(
    (id) =>
      id.startsWith('X_') && id.endsWith(suffix) && (selection.cases.length === 0 || selection.cases.includes(id)),
  );
  const { shard } = selection;
  const inShard = (_id: string, position: number) => shard === undefined || position % shard.of === shard.index - 1;
  const rows = plan(allCases(), {
    implemented,
    answers: pics,
    role,
    profiles: selection.profiles,
    ids: selection.cases,
  }).filter((row) => row.role === role);
  const named = new Set(selection.cases);
  const wanted = rows.filter(
    ({ included, decision, implemented: there, id }) =>
      included || (decision === 'undecided' && there && (named.size === 0 || named.has(id))),
  );
  const unavailable = rows.filter(({ decision, implemented: there }) => decision === 'not applicable' && there);
  return {
    rows,
    run: inOrder(
      [...wanted.map(({ id }) => id), ...own].filter((id) => tagged.has(id)).filter(inShard),
      selection.order ?? { kind: 'catalogue' },
    ),
    all: allCases()
      .filter((official) => official.role === role)
      .map((official) => withImplementation(official, implemented)),
    notApplicable: unavailable.map(({ id, title, reason }) => ({
      id,
      title,
      verdict: 'not applicable' as const,
      reason,
      checks: [],
      durationMs: 0,
    })),
  };
}

/** Splits cases into those this run can judge and those it cannot: by its security profile, or because nothing undoes them. */
export function byProfile(
  ids: readonly string[],
  profile: SecurityProfile,
  allowed: { readonly irreversible: boolean } = { irreversible: true },
): { readonly can: readonly string[]; readonly cannot: readonly (readonly [id: string, why: string])[] } {
  const obstacles = ids.map(
    (id) => [id, securityProfileObstacle(id, profile) ?? irreversibleObstacle(id, allowed.irreversible)] as const,
  );
  return {
    can: obstacles.flatMap(([id, why]) => (why === undefined ? [id] : [])),
    cannot: obstacles.flatMap(([id, why]) => (why === undefined ? [] : [[id, why] as const])),
  };
}

/** Why nothing is left to run, for the first case that was asked for. */
export function whyNothing({ cases }: Selection, plans: readonly RolePlan[]): string {
  const [id] = cases;
  if (id === undefined) return 'no implemented case fits these options';
  const row = plans.flatMap(({ rows }) => rows).find((each) => each.id === id);
  if (row === undefined)
    return `${id} is a case of the other role; choose --sut ${id.endsWith('_CSMS') ? 'csms' : 'station'}`;
  return row.included ? `${id} does not fit the other options` : `${id}: ${row.reason}`;
}
