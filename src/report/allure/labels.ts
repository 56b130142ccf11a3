import type { Label } from 'allure-js-commons';
import { blockNames } from '../../catalogue/index.ts';
import type { CaseEvidence } from '../evidence.ts';
import { outcomeOf } from '../evidence.ts';

/** The top of the tree; one a role. */
export const epics = { station: 'Charging station under test', csms: 'CSMS under test' } as const;

function requirementsOf({ result, official }: CaseEvidence): string[] {
  const checked = result.checks.flatMap(({ requirement }) => requirement?.split(', ') ?? []);
  const ids = [...(official?.requirements ?? []), ...checked].filter((id) => /^[A-P]\d\d\.FR\.\d+$/.test(id));
  return [...new Set(ids)].sort();
}

/**
 * The labels of a case. There is no `feature` label: beside the Gherkin feature it doubles every row of the tree.
 * `verdict` tells inconclusive and error apart, which are both broken in Allure.
 */
export function allureLabels(evidence: CaseEvidence): Label[] {
  const { result, official, role } = evidence;
  const letter = official?.block ?? result.id.split('_')[1] ?? '';
  const pairs: [string, string | undefined][] = [
    ['epic', epics[role]],
    ['block', `${letter} ${blockNames[letter] ?? 'Own cases'}`.trim()],
    ['testCase', result.id],
    ['subject', result.subject],
    ['verdict', outcomeOf(result.verdict)],
    ['cause', result.cause],
    ...(official?.profiles ?? []).map(({ name }): [string, string] => ['profile', name]),
    ...(official?.useCases ?? []).map((useCase): [string, string] => ['useCase', useCase]),
    ...requirementsOf(evidence).map((id): [string, string] => ['requirement', id]),
    ['tag', result.known === true ? 'known difference' : undefined],
    ['tag', official === undefined ? 'own case' : official.certified ? undefined : 'not part of certification'],
  ];
  return pairs.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
