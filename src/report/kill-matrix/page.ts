import { blockNames } from '../../catalogue/index.ts';
import { escaped } from '../markup.ts';
import { page, table } from '../pages/page.ts';
import { concernsOf, isKilled, type Kill, type KillMatrix, type MutantRow } from './matrix.ts';
import { scoreLine, stateOf } from './text.ts';

const cells = (texts: readonly string[], tone = ''): string =>
  `<tr class="${tone}">${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const code = (text: string): string => `<code>${escaped(text)}</code>`;
const kills = (list: readonly Kill[]): string =>
  list.map(({ case: id, check }) => code(check.startsWith(id) ? check : `${id} ${check}`)).join('<br>');

function mutantRows(rows: readonly MutantRow[], odd: boolean): string[] {
  const worst = (row: MutantRow) => (odd || isKilled(row) ? (row.problems.length > 0 ? 1 : 2) : 0);
  return [...rows]
    .sort((a, b) => worst(a) - worst(b))
    .map((row) =>
      cells(
        [
          `<b>${escaped(row.name)}</b>${row.problems.map((problem) => `<pre>${escaped(problem)}</pre>`).join('')}`,
          escaped(row.subject),
          escaped(row.requirement),
          `<span class="${row.problems.length === 0 ? 'pass' : 'fail'}">${escaped(stateOf(row, odd))}</span>`,
          ...(odd ? [] : [kills(row.killedBy), kills(row.alsoFailed)]),
          row.leftAlone.map(({ case: id, verdict }) => `${code(id)} ${escaped(verdict)}`).join('<br>'),
        ],
        row.problems.length === 0 ? '' : worst(row) === 0 ? 'bad' : 'warn',
      ),
    );
}

/** A requirement of Part 2 by itself, a step of a case by its case. */
const blockOf = ({ requirement, cases }: MutantRow): string =>
  /^([A-P])\d\d\.FR/.exec(requirement)?.[1] ?? cases[0]?.split('_')[1] ?? '';

function score(matrix: KillMatrix, title: string, keyOf: (row: MutantRow) => string, named: (key: string) => string) {
  const keys = [...new Set(matrix.mutants.map(keyOf))].sort();
  const rows = keys.map((key) => {
    const members = matrix.mutants.filter((row) => keyOf(row) === key);
    const killed = members.filter(isKilled).length;
    const by = [...new Set(members.flatMap(({ killedBy }) => killedBy.map((kill) => kill.case)))].join(', ');
    const share = `${killed} of ${members.length} (${Math.floor((killed / members.length) * 100)} %)`;
    return cells([escaped(named(key)), share, escaped(by)], killed === members.length ? '' : 'bad');
  });
  return `<h1>${escaped(title)}</h1>\n${table(['', 'Killed', 'Cases that kill'], rows)}`;
}

/** The kill matrix as a page of its own that loads nothing: what is wrong first, then scores, mutants, odd behaviours, cases. */
export function killMatrixPage(matrix: KillMatrix): string {
  const concerns = concernsOf(matrix);
  const heads = ['Mutant', 'Subject', 'Breaks', 'State', 'Killed by', 'Also failed there', 'Must stay green'];
  const body = [
    matrix.incomplete ? '<p class="fail">incomplete: not every mutant was tried</p>' : '',
    `<p>${escaped(scoreLine(matrix))}</p>`,
    concerns.length === 0
      ? '<p class="pass">Every mutant is killed where it must be, every case kills one, nothing else is touched.</p>'
      : `<h1>Not as declared</h1>\n<ul>${concerns.map((each) => `<li class="fail">${escaped(each)}</li>`).join('\n')}</ul>`,
    score(matrix, 'Score by block', blockOf, (key) => `${key} ${blockNames[key] ?? ''}`.trim()),
    `<h1>Mutants</h1>\n${table(heads, mutantRows(matrix.mutants, false))}`,
    matrix.odd.length === 0
      ? ''
      : `<h1>Legal but odd: no case may fail</h1>\n${table(
          ['Behaviour', 'Subject', 'A stricter judge would cite', 'State', 'Must stay green'],
          mutantRows(matrix.odd, true),
        )}`,
    score(
      matrix,
      'Score by requirement',
      ({ requirement }) => requirement,
      (key) => key,
    ),
    `<h1>Cases</h1>\n${table(
      ['Case', 'Killed', 'Mutants'],
      matrix.cases.map(({ id, mutants, killed }) =>
        cells([code(id), killed ? 'yes' : 'NO', escaped(mutants.join(', '))], killed ? '' : 'bad'),
      ),
    )}`,
  ];
  return page('Kill matrix', body.filter((part) => part !== '').join('\n'));
}
