import {
  blockNames,
  changes,
  conditionLines,
  disputeLine,
  disputesOf,
  findCase,
  nearestCase,
  type OfficialCase,
  type ProfileRow,
  parseCondition,
  type Statement,
} from '../catalogue/index.ts';
import { scenariosIn, UsageError } from '../harness/index.ts';
import { declared } from './pics.ts';
import { selectionOf } from './plan.ts';
import { configOf } from './plan-command.ts';
import { type CasePlan, planReport } from './plan-report.ts';

export interface ExplainOptions {
  readonly config?: string;
  readonly pics?: string;
  readonly personality?: string;
  readonly identity?: string;
  readonly features?: string;
  readonly reports: string;
  readonly json?: boolean;
}

function conditionText(row: ProfileRow, statement: Statement): string[] {
  const { name, level, condition } = row;
  const supported = statement.answers[name] !== false;
  const source = statement.sources[name] ?? 'not answered, so it counts as supported';
  const head = `${name}: ${level}, the product ${supported ? 'supports' : 'does not support'} it (${source})`;
  if (condition === undefined) return [head];
  const lines = conditionLines(parseCondition(condition), statement).map(
    ({ depth, text, value, source: from }) =>
      `    ${value.padEnd(4)}  ${'  '.repeat(depth)}${text}${from === undefined ? '' : `  (${from})`}`,
  );
  return [head, `  condition: ${condition}`, ...lines];
}

function changeLines(official: OfficialCase, statement: Statement): string[] {
  const words = { applies: 'it applies', 'does not apply': 'it does not apply', open: 'it stays open' };
  return changes(official, statement.answers).map(
    ({ term, answer, outcome }) => `  ${term} ${answer ? 'yes' : 'no'}: ${words[outcome]}`,
  );
}

function needLines({ needs }: CasePlan): string[] {
  if (needs === undefined) return [];
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['fixtures', needs.fixtures],
    ['hands', needs.acts],
    ['orders', needs.orders],
  ];
  return [
    ...rows.filter(([, items]) => items.length > 0).map(([what, items]) => `${what}: ${items.join('; ')}`),
    ...(needs.waitSeconds > 0 ? [`waits: ${needs.waitSeconds} s at least`] : []),
  ];
}

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => (line.startsWith('  ') ? line : `  ${line}`))];

function explanation(official: OfficialCase, planned: CasePlan | undefined, statement: Statement): string {
  const { id, title, role, block, useCases, requirements, profiles, edition, errata, part6Page } = official;
  const verdicts = { runs: 'it runs', 'not implemented': 'it does not run', 'not applicable': 'it does not run' };
  const outcome = planned?.outcome ?? 'left out';
  const reason = planned === undefined || planned.reason === outcome ? '' : `: ${planned.reason}`;
  const feature = planned?.feature;
  const lines = [
    `${id}  ${title}`,
    `  ${role === 'station' ? 'charging station' : 'CSMS'} under test; block ${block} ${blockNames[block] ?? ''}; use cases ${useCases.join(', ') || 'none named'}`,
    `  requirements: ${requirements.join(', ') || 'none named; checks cite the step'}`,
    `  Part 6 edition ${edition}${part6Page === undefined ? '' : `, page ${part6Page} of the PDF`}${errata ? '; an erratum bears on it' : ''}`,
    ...part(
      profiles.length === 0 ? 'Not part of certification' : 'Certification profiles',
      profiles.flatMap((row) => conditionText(row, statement)),
    ),
    '',
    `In a run: ${outcome === 'left out' ? 'it is left out' : verdicts[outcome]}${outcome === 'not implemented' ? ': it has no scenario yet' : reason}`,
    ...part('What would change whether it applies', changeLines(official, statement)),
    ...part('Implemented', feature === undefined ? [] : [`${feature.uri}:${feature.line}`]),
    ...part('It needs', planned === undefined ? [] : needLines(planned)),
    ...part('Stale risk', planned?.staleRisk === undefined ? [] : [staleText(planned.staleRisk)]),
    ...part('Cannot be undone', planned?.irreversible === undefined ? [] : [planned.irreversible]),
    ...part('Disputed', disputesOf(id).map(disputeLine)),
  ];
  return `${lines.join('\n')}\n`;
}

const staleText = (risk: string) =>
  `errata 5.2 (2025-09) changed conditions without listing them; this one may be touched: ${risk}`;

/** `assay explain TC_X`: why a case is in or out, down to each answer and its source. Opens nothing. */
export function explainCommand(id: string, options: ExplainOptions): void {
  const official = findCase(id);
  if (official === undefined) {
    const close = nearestCase(id);
    throw new UsageError(`${id}: no such official case${close === undefined ? '' : `; did you mean ${close}?`}`);
  }
  const statement = declared(official.role, options);
  const selection = selectionOf(options);
  const { cases } = planReport({
    role: official.role,
    declared: statement,
    config: configOf(official.role, statement),
    selection,
    scenarios: scenariosIn(selection.features),
    reports: options.reports,
    allowIrreversible: false,
  });
  const planned = cases.find((one) => one.id === id);
  if (options.json !== true) {
    process.stdout.write(explanation(official, planned, statement));
    return;
  }
  const rows = official.profiles.map((row) => ({
    ...row,
    tree: row.condition === undefined ? [] : conditionLines(parseCondition(row.condition), statement),
  }));
  const told = {
    ...official,
    profiles: rows,
    plan: planned,
    changes: changes(official, statement.answers),
    disputes: disputesOf(id),
  };
  process.stdout.write(`${JSON.stringify(told, undefined, 2)}\n`);
}
