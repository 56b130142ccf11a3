import { join, resolve } from 'node:path';
import {
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
  type Config,
  packageRoot,
  type Scenario,
  scenariosIn,
  securityProfileObstacle,
  UsageError,
} from '../harness/index.ts';
import type { SecurityProfile } from '../transport/types.ts';

export interface Selection {
  readonly cases: readonly string[];
  readonly profiles: readonly string[];
  readonly features: string;
}

export const defaultFeatures = join(packageRoot, 'features');

/** Reads `--case A,B --profile P --features DIR`; unknown names are wrong use. */
export function selectionOf(options: {
  readonly case?: string;
  readonly profile?: string;
  readonly features?: string;
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
      `--profile ${unknown}: no such certification profile; there are ${certificationProfiles.join(', ')}`,
    );
  return { cases, profiles, features: options.features === undefined ? defaultFeatures : resolve(options.features) };
}

/** Scenarios by case id, with the first place of each. */
export function implementedIn(scenarios: readonly Scenario[]): Map<string, { uri: string; line: number }> {
  const places = new Map<string, { uri: string; line: number }>();
  for (const { id, uri, line } of scenarios) if (!places.has(id)) places.set(id, { uri, line });
  return places;
}

export interface RolePlan {
  readonly rows: readonly PlanRow[];
  /** Cases to run, by id, in the order of the catalogue. */
  readonly run: readonly string[];
  /** Official cases of the role, implemented or not, for the summary by profile. */
  readonly all: readonly PlannedCase[];
  /** Cases that were asked for and do not apply, as results. */
  readonly notApplicable: readonly CaseResult[];
}

/** What runs for one role: planned by PICS and selection. Own cases (X_...) of the role run too. */
export function planRole(role: 'station' | 'csms', selection: Selection, pics: Config['pics']): RolePlan {
  const implemented = implementedIn(scenariosIn(selection.features));
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
    run: wanted.map(({ id }) => id),
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

/** Splits cases into those this security profile can judge and those it cannot. */
export function byProfile(
  ids: readonly string[],
  profile: SecurityProfile,
): { readonly can: readonly string[]; readonly cannot: readonly (readonly [id: string, why: string])[] } {
  const obstacles = ids.map((id) => [id, securityProfileObstacle(id, profile)] as const);
  return {
    can: obstacles.flatMap(([id, why]) => (why === undefined ? [id] : [])),
    cannot: obstacles.flatMap(([id, why]) => (why === undefined ? [] : [[id, why] as const])),
  };
}
