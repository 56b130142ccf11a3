/** A check as the inventory lists it. */
export interface ListedCheck {
  readonly id: string;
  readonly level: string;
  readonly preamble: boolean;
  readonly requirement: string;
  readonly looksAt: readonly string[];
}
export interface ListedInventory {
  readonly cases: readonly { readonly id: string; readonly title: string; readonly checks: readonly ListedCheck[] }[];
  readonly states: readonly { readonly name: string; readonly role: string; readonly expects: readonly string[] }[];
  readonly monitors: readonly ListedCheck[];
}

const line = ({ id, level, preamble, requirement, looksAt }: ListedCheck): string =>
  [
    `  ${id.replace(/^T?[CX]_[^/]*\//, '')}`,
    preamble ? 'preamble' : level,
    ...(requirement === '' ? [] : [`[${requirement}]`]),
    ...(looksAt.length === 0 ? [] : [looksAt.join('; ')]),
  ].join('  ');

/**
 * `docs/checks.txt`: a line a check, so that a change in what a case measures is a readable diff. Lines are not aligned: one
 * longer id would change them all.
 */
export function inventoryText({ cases, states, monitors }: ListedInventory): string {
  const count = cases.reduce((sum, { checks }) => sum + checks.length, 0);
  const lines = [
    '# Every check of every case: id, level (preamble: it accuses nobody), requirements, what it looks at.',
    '# Made by "npm run checks", never by hand; CI fails when it is stale.',
    `# ${cases.length} cases, ${count} checks, ${monitors.length} over every case.`,
    ...cases.flatMap(({ id, title, checks }) => ['', `${id}  ${title}`, ...checks.map(line)]),
    '',
    'Over every case',
    ...monitors.map(line),
    ...states.flatMap(({ name, role, expects }) => [
      '',
      `state ${name} (${role})`,
      ...expects.map((each) => `  ${each}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
