import { concernsOf, type KillMatrix, type MutantRow } from './matrix.ts';
import { scoreLine, stateOf } from './text.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(heads),
  row(heads.map(() => '---')),
  ...rows.map(row),
];
const green = ({ leftAlone }: MutantRow): string =>
  leftAlone.map(({ case: id, verdict }) => (verdict === 'pass' ? id : `${id} (${verdict})`)).join(', ');

function ofRole(matrix: KillMatrix, subject: string): string[] {
  const rows = matrix.cases.flatMap(({ id, mutants }) => {
    if (id.endsWith('_CSMS') !== (subject === 'csms')) return [];
    if (mutants.length === 0) return [[id, 'NO MUTANT', '', '', '']];
    return mutants.map((name) => {
      const mutant = matrix.mutants.find((each) => each.name === name);
      const kill = mutant?.killedBy.find((by) => by.case === id);
      const check = kill?.check.replace(`${id}/`, '') ?? (mutant === undefined ? '' : stateOf(mutant));
      return [id, check, name, mutant?.requirement ?? '', mutant === undefined ? '' : green(mutant)];
    });
  });
  return table(['Case', 'Check that fails', 'Mutant', 'Breaks', 'Leaves green'], rows);
}

/** `docs/kill-matrix.md`: the same mutants and verdicts give the same bytes; no durations, nothing of the machine. */
export function killMatrixDocument(matrix: KillMatrix): string {
  const concerns = concernsOf(matrix);
  const lines = [
    '# Kill matrix',
    '',
    'Made by `npm run matrix`, never by hand; CI fails when it is stale. Each mutant is an embedded subject with one requirement',
    'broken. Every implemented case fails on at least one of them, in the check named here; a case that has nothing to do with it',
    'stays green.',
    '',
    `${scoreLine(matrix)}.`,
    ...(concerns.length === 0 ? [] : ['', '## Not as declared', '', ...concerns.map((concern) => `- ${concern}`)]),
    '',
    '## Charging station',
    '',
    ...ofRole(matrix, 'station'),
    '',
    '## CSMS',
    '',
    ...ofRole(matrix, 'csms'),
    ...(matrix.odd.length === 0
      ? []
      : [
          '',
          '## Legal but odd',
          '',
          'Subjects that do what the standard allows and few products do. No case may fail on them.',
          '',
          ...table(
            ['Behaviour', 'Subject', 'A stricter judge would cite', 'Stays green'],
            matrix.odd.map((odd) => [odd.name, odd.subject, odd.requirement, green(odd)]),
          ),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}
