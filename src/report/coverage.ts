import { allRequirements, blockNames, isRequirementId, requirementFault } from '../catalogue/index.ts';
import type { CheckResult } from '../check/verdict.ts';
import type { Summary } from './summary.ts';

export interface CoveringCheck {
  readonly case: string;
  readonly check: string;
  readonly result: CheckResult['result'];
  readonly subject?: string;
}
export interface CoverageRow {
  /** Requirement of Part 2, section of another part, or step of a case. */
  readonly requirement: string;
  /** Worst result of its checks; `observation` judges nothing. */
  readonly verdict: CheckResult['result'] | 'none';
  readonly checks: readonly CoveringCheck[];
}
/** `assay coverage --json`: what the last run really judged. */
export interface Coverage {
  readonly incomplete: boolean;
  /** Every requirement of Part 2 in force, judged or not. */
  readonly requirements: readonly CoverageRow[];
  /** What checks cite beside Part 2: steps of cases, sections of other parts. */
  readonly others: readonly CoverageRow[];
  /** Requirement ids that do not exist, a line each. */
  readonly unknown: readonly string[];
}

const severity: readonly CheckResult['result'][] = ['observation', 'pass', 'warning', 'inconclusive', 'fail', 'error'];

function worstOf(checks: readonly CoveringCheck[]): CoverageRow['verdict'] {
  const [worst = 'none'] = checks.map(({ result }) => result).sort((a, b) => severity.indexOf(b) - severity.indexOf(a));
  return worst;
}

/** `Part 2, 2.1.4, B01.FR.06` cites a section and a requirement. */
function citedIn(requirement: string): string[] {
  const parts = requirement.split(', ');
  const rest = parts.filter((part) => !isRequirementId(part)).join(', ');
  return [...parts.filter(isRequirementId), ...(rest === '' ? [] : [rest])];
}

/** What the checks of a summary judged, requirement by requirement. */
export function coverageOf({ cases, incomplete }: Pick<Summary, 'cases' | 'incomplete'>): Coverage {
  const cited = new Map<string, CoveringCheck[]>();
  for (const { id, subject, checks } of cases)
    for (const { id: check, requirement, result } of checks)
      for (const each of requirement === undefined ? [] : citedIn(requirement)) {
        const covering = { case: id, check, result, ...(subject === undefined ? {} : { subject }) };
        cited.set(each, [...(cited.get(each) ?? []), covering]);
      }
  const row = (requirement: string): CoverageRow => {
    const checks = cited.get(requirement) ?? [];
    return { requirement, verdict: worstOf(checks), checks };
  };
  const known = allRequirements();
  const unknown = [...cited.keys()].filter((id) => isRequirementId(id) && requirementFault(id) !== undefined);
  return {
    incomplete,
    requirements: [...known].map(row),
    others: [...cited.keys()]
      .filter((id) => !known.has(id))
      .sort()
      .map(row),
    unknown: unknown.map((id) => {
      const by = cited.get(id)?.map(({ check }) => check) ?? [];
      return `${requirementFault(id) ?? id} (cited by ${by.join(', ')})`;
    }),
  };
}

const judged = ({ verdict }: CoverageRow): boolean => verdict !== 'none' && verdict !== 'observation';

/** Blocks with how many of their requirements were judged, then each judged requirement with its checks and last verdict. */
export function coverageText({ requirements, unknown, incomplete }: Coverage): string {
  const done = requirements.filter(judged);
  const width = Math.max(0, ...done.map(({ requirement }) => requirement.length));
  const blocks = Object.keys(blockNames).flatMap((block) => {
    const all = requirements.filter(({ requirement }) => requirement.startsWith(block));
    if (all.length === 0) return [];
    return [`${block} ${(blockNames[block] ?? '').padEnd(34)} ${all.filter(judged).length} of ${all.length}`];
  });
  const lines = [
    ...done.map(
      ({ requirement, verdict, checks }) =>
        `${requirement.padEnd(width)}  ${verdict.padEnd(12)}  ${checks.map(({ check, case: id }) => (check.startsWith(id) ? check : `${id} ${check}`)).join(', ')}`,
    ),
    ...(done.length === 0 ? [] : ['']),
    ...blocks,
    '',
    ...(incomplete ? ['incomplete: the run was interrupted'] : []),
    ...unknown,
    `${done.length} of ${requirements.length} requirements of Part 2 were judged by a check of the last run`,
  ];
  return `${lines.join('\n')}\n`;
}
