import type { CaseResult, CheckResult } from '../../check/verdict.ts';
import { escaped } from '../markup.ts';
import { page, table } from './page.ts';

const tones: Readonly<Partial<Record<CheckResult['result'], string>>> = {
  fail: 'bad',
  error: 'bad',
  inconclusive: 'warn',
  warning: 'warn',
};

function row(check: CheckResult): string {
  const { id, requirement, level, result, cause, message, expected, actual, events } = check;
  const cells = [
    `<td><code>${escaped(id)}</code></td>`,
    `<td>${escaped(requirement ?? '')}</td>`,
    `<td>${escaped(level)}</td>`,
    `<td class="${result}">${escaped(cause === undefined ? result : `${result} (${cause})`)}</td>`,
    `<td>${escaped(message ?? '')}</td>`,
    `<td><pre>${escaped(expected ?? '')}</pre></td>`,
    `<td><pre>${escaped(actual ?? '')}</pre></td>`,
    `<td class="n">${escaped((events ?? []).join(', '))}</td>`,
  ];
  return `<tr class="${tones[result] ?? ''}">${cells.join('')}</tr>`;
}

/** All checks of a case with requirement, level, result, expected and actual, as a page. */
export function checksPage(result: CaseResult): string {
  const heads = ['Check', 'Requirement', 'Level', 'Result', 'Message', 'Expected', 'Actual', 'Events'];
  const body = result.checks.length === 0 ? '<p>Nothing was judged.</p>' : table(heads, result.checks.map(row));
  return page(`${result.id} checks`, body);
}
