import { certificationProfiles } from '../catalogue/index.ts';
import { clockTime } from '../report/index.ts';
import type { CasePlan, PlanReport } from './plan-report.ts';

const few = 8;
/** Ids in one line, cut after some. */
const ids = (all: readonly string[]) =>
  all.length <= few ? all.join(', ') : `${all.slice(0, few).join(', ')} and ${all.length - few} more`;
const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;

function seconds({ seconds: known = 0 }: CasePlan): string {
  return known < 10 ? `${known.toFixed(1)} s` : clockTime(known * 1000);
}

/** What a case that runs asks of people, and what to know about it. */
function remarks({ needs, reason, staleRisk, irreversible }: CasePlan, role: PlanReport['role']): string[] {
  const work = [
    ...(role === 'station' && needs !== undefined && needs.acts.length > 0 ? [count(needs.acts.length, 'act')] : []),
    ...(needs !== undefined && needs.orders.length > 0 ? [count(needs.orders.length, 'order')] : []),
  ];
  return [
    ...(work.length > 0 ? [work.join(', ')] : []),
    ...(reason === 'selected' ? [] : [reason.replace(/^selected /, '')]),
    ...(staleRisk === undefined ? [] : [`stale-risk: ${staleRisk}`]),
    ...(irreversible === undefined ? [] : ['cannot be undone']),
  ];
}

function running(cases: readonly CasePlan[], role: PlanReport['role']): string[] {
  return cases.map((one) => {
    const notes = remarks(one, role);
    const line = `  ${one.id.padEnd(14)} ${seconds(one).padStart(7)}  ${one.title}`;
    return notes.length === 0 ? line : `${line}  [${notes.join('; ')}]`;
  });
}

/** Cases that do not run, those with the same reason in one line. */
function others(cases: readonly CasePlan[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { id, reason } of cases) byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  return [...byReason].map(([reason, all]) => `  ${reason}: ${ids(all)}`);
}

function profilePart(title: string, cases: readonly CasePlan[], role: PlanReport['role']): string[] {
  if (cases.length === 0) return [];
  const of = (outcome: CasePlan['outcome']) => cases.filter((one) => one.outcome === outcome);
  const counts = (['runs', 'not applicable', 'left out', 'not implemented'] as const)
    .map((outcome) => [outcome, of(outcome).length] as const)
    .filter(([, number]) => number > 0)
    .map(([outcome, number]) => `${number} ${outcome === 'runs' ? 'run' : outcome}`);
  return [
    '',
    `${title}: ${count(cases.length, 'case')}, ${counts.join(', ')}`,
    ...running(of('runs'), role),
    ...others([...of('not applicable'), ...of('left out')]),
    ...others(of('not implemented')),
  ];
}

/** Cases that exclude each other, the smaller side first; what one case excludes in one line. */
function exclusionLines({ exclusions }: PlanReport): string[] {
  const partners = new Map<string, string[]>();
  for (const { cases, against } of exclusions) {
    const turned = against.length < cases.length || partners.has(against.join(', '));
    const [small, large] = turned ? [against, cases] : [cases, against];
    const key = small.join(', ');
    partners.set(key, [...(partners.get(key) ?? []), ...large]);
  }
  return [...partners].map(([small, large]) => `  ${small}  not with  ${ids(large)}`);
}

const part = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines]);

/** `assay plan` for people. */
export function planText(report: PlanReport): string {
  const { role, product, cases, missing, contradictions } = report;
  const runs = cases.filter(({ outcome }) => outcome === 'runs');
  const recorded = runs.filter(({ estimate }) => estimate === 'recorded').length;
  const acts = role === 'station' ? runs.reduce((sum, { needs }) => sum + (needs?.acts.length ?? 0), 0) : 0;
  const orders = runs.reduce((sum, { needs }) => sum + (needs?.orders.length ?? 0), 0);
  const first = new Map<string, CasePlan[]>();
  for (const one of cases) {
    const name = one.profiles[0] ?? 'not part of certification';
    first.set(name, [...(first.get(name) ?? []), one]);
  }
  const profiles = [...certificationProfiles.map(({ name, title }) => [name, title] as const)];
  const lines = [
    `${role === 'station' ? 'charging station' : 'CSMS'} under test: ${product}`,
    ...[...profiles, ['not part of certification', 'Not part of certification'] as const].flatMap(([name, title]) =>
      profilePart(title, first.get(name) ?? [], role),
    ),
    ...part(
      'Missing in the configuration (these cases will not be judged as they should):',
      missing.map(({ write, cases: wanting }) => `  ${write}: ${ids(wanting)}`),
    ),
    ...part(
      'The conformance statement contradicts Part 5:',
      contradictions.map(({ wrong }) => `  ${wrong}`),
    ),
    ...part('Cases that exclude each other (no product has to pass both):', exclusionLines(report)),
    ...part(
      'Cannot be undone (only with --allow-irreversible):',
      cases.flatMap(({ id, irreversible }) => (irreversible === undefined ? [] : [`  ${id}: ${irreversible}`])),
    ),
    '',
    `${count(runs.length, 'case')} of ${cases.length} run${runs.length === 1 ? 's' : ''}; about ${clockTime(report.seconds * 1000)} (${recorded} recorded by the last run, the others from their waits)` +
      `${acts > 0 ? `; ${count(acts, 'act')} at the hardware` : ''}${orders > 0 ? `; ${count(orders, 'order')} to the CSMS` : ''}`,
  ];
  return `${lines.join('\n')}\n`;
}
