import type { PlanRow } from './types.ts';

function profilesOf({ profiles }: PlanRow): string {
  if (profiles.length === 0) return 'not certified';
  return profiles.map(({ name, level }) => `${name} ${level === 'mandatory' ? 'M' : 'C'}`).join(', ');
}

/** `assay cases`: one line a case, columns aligned, and a last line with the counts. */
export function casesText(rows: readonly PlanRow[]): string {
  const cells = rows.map((row) => [row.id, profilesOf(row), row.reason, row.title] as const);
  const width = (column: 0 | 1 | 2): number => Math.min(60, Math.max(0, ...cells.map((line) => line[column].length)));
  const widths = [width(0), width(1), width(2)] as const;
  const lines = cells.map(([id, profiles, reason, title]) =>
    [id.padEnd(widths[0]), profiles.padEnd(widths[1]), reason.padEnd(widths[2]), title].join('  '),
  );
  const implemented = rows.filter((row) => row.implemented).length;
  const included = rows.filter((row) => row.included).length;
  return `${[...lines, '', `${rows.length} official cases, ${implemented} implemented, ${included} in this plan`].join('\n')}\n`;
}

/** `assay cases --json`: every case with profiles, levels, conditions, `implemented` and why it is in or out. */
export function casesJson(rows: readonly PlanRow[]): string {
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}
