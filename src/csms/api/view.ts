import { OrderError } from '../order-error.ts';
import type { StationRecord } from '../station-record.ts';

type View = readonly [pattern: RegExp, show: (record: StationRecord, name: string) => string | undefined];

/** What an operator may look at: variable, monitors, report, transaction cost. */
const views: readonly View[] = [
  [/^variable (.+)$/, (record, name) => record.variables.get(name)?.values.get('Actual')],
  [
    /^monitors of (.+)$/,
    (record, name) => {
      const types = [...record.monitors.values()].filter(({ variable }) => variable === name).map(({ type }) => type);
      return types.length === 0 ? undefined : types.join(', ');
    },
  ],
  [
    /^report (.+)$/,
    (record, name) => {
      const report = name === 'latest' ? [...record.reports.values()].at(-1) : record.reports.get(Number(name));
      if (report === undefined) return undefined;
      return `${report.complete ? 'complete' : 'incomplete'}: ${report.lines.join(', ')}`;
    },
  ],
  [/^transaction cost(.*)$/, ({ latestTransaction }) => latestTransaction?.cost?.toFixed(2)],
];

/** What is shown; undefined = nothing of that name. Throws OrderError for a view this CSMS does not have. */
export function view(record: StationRecord, what: string): string | undefined {
  for (const [pattern, show] of views) {
    const name = pattern.exec(what)?.[1];
    if (name !== undefined) return show(record, name);
  }
  throw new OrderError('words', `no view "${what}"; give variable X, monitors of X, report N or transaction cost`);
}
