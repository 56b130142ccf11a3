import { findCase } from './cases.ts';
import { type Decision, decisions } from './data/disputes.ts';

/** Why somebody may disagree with the verdict of a case. */
export interface Dispute {
  readonly source: 'erratum' | 'decision';
  /** What is unclear or was changed. */
  readonly what: string;
  /** How we read it; left out for an erratum, which is followed. */
  readonly decided?: string;
  /** Nothing is decided yet. */
  readonly open?: true;
}

/** What bears on a case: an erratum after Edition 3, and our own decisions where the document is unclear; [] = nothing known. */
export function disputesOf(caseId: string): Dispute[] {
  const ours = decisions.filter(({ cases }) => cases !== 'every case' && cases.includes(caseId));
  return [
    ...(findCase(caseId)?.errata === true
      ? [{ source: 'erratum', what: 'an erratum after Edition 3 bears on this case; it is followed' } as const]
      : []),
    ...ours.map(
      ({ what, decided, open }) => ({ source: 'decision', what, decided, ...(open ? { open } : {}) }) as const,
    ),
  ];
}

/** One line for people: `decided: ... (what)`. */
export function disputeLine({ what, decided }: Dispute): string {
  return decided === undefined ? what : `${what}; decided: ${decided}`;
}

const heads = ['case', 'what', 'decided', 'why'] as const;

/** The decisions as the table of docs/disputes.md. */
export function disputesTable(rows: readonly Decision[] = decisions): string {
  const cells = rows.map(({ cases, what, decided, why }) => [
    cases === 'every case' ? cases : cases.join(', '),
    what,
    decided,
    why,
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(heads), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...cells.map(line)].join('\n');
}
