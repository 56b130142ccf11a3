import {
  type ConfigurationRow,
  parseConfiguration,
  parseKeys,
  printVariable,
  TestDesignError,
} from '../../../check/language/index.ts';
import { evaluate, type PlacedVariable, place } from '../../../check/match/index.ts';
import { keys } from '../../../check/names.ts';
import type { JournalEntry } from '../../device/journal.ts';
import { addressName } from '../../device/port.ts';
import type { CaseRun } from '../case-run.ts';
import { wordOf } from '../compose.ts';
import { addressOf, readVariables, writeVariable } from '../device-variables.ts';
import { fetchVariables, momentOf } from '../moments.ts';
import { Inconclusive } from '../outcome.ts';
import type { Arguments } from '../sentence.ts';
import { orderOperator } from './operator.ts';

/** Form 1: the device model of the station, or the settings of the CSMS under test. */
export async function configure(run: CaseRun, args: Arguments): Promise<void> {
  if (args.actor(0) === 'the CSMS') return configureCsms(run, args);
  for (const row of parseConfiguration(args.demandedTable)) await configureVariable(run, row);
}

async function configureCsms(run: CaseRun, args: Arguments): Promise<void> {
  const rows = parseKeys(args.demandedTable, keys.setting, 'the CSMS');
  const settings = rows.flatMap(({ key, cells }) => cells.map((cell): [string, string] => [key, settingOf(run, cell)]));
  run.progress.bootStatus = settings.findLast(([key]) => key === bootStatus)?.[1] ?? run.progress.bootStatus;
  await orderOperator(run, { kind: 'configure', settings });
}

const bootStatus = 'next boot status';

/** Tells the operator what the CSMS answers at the next boot of our station. */
export async function configureBoot(run: CaseRun, status: string): Promise<void> {
  await orderOperator(run, { kind: 'configure', settings: [[bootStatus, status]] });
}

function settingOf(run: CaseRun, cell: ConfigurationRow['cell']): string {
  const [match] = cell.any;
  if (match?.op !== 'equals') throw new TestDesignError(`"${cell.text}" is no setting`, 'one definite value');
  return cell.any.length > 1 ? cell.text : wordOf(match.value, momentOf(run));
}

async function configureVariable(run: CaseRun, { variable, cell, note }: ConfigurationRow): Promise<void> {
  const name = place(variable, momentOf(run));
  if (typeof name === 'string') throw new TestDesignError(`${name} has no value here`);
  await fetchVariables(run, [{ row: 1, label: '', kind: 'field', path: [], cell }]);
  const wanted = wantedValue(run, cell);
  const [before] = await readVariables(run, [name]);
  const label = printVariable(name);
  if (before?.value === wanted) return;
  if (before?.status !== 'Accepted' && note === 'if implemented')
    return skip(run, `${label} is not implemented (${before?.status})`);
  const noted = noteValue(run, name, before?.value);
  const status = await writeVariable(run, name, wanted);
  if (status === 'Accepted' || status === 'RebootRequired') return;
  if (noted !== undefined) run.device?.journal.drop(noted);
  if (cell.any[0]?.op === 'contains' && membersOf(before?.value).includes(wanted))
    return skip(run, `${label} stays ${before?.value ?? ''} (${status}), which contains ${wanted}`);
  if (note !== '') return skip(run, `${label} cannot be set to ${wanted} (${status})`);
  throw new Inconclusive(
    'preamble',
    `${label} cannot be set to ${wanted}: ${status}; ${before?.value === undefined ? `reading it is answered ${before?.status ?? 'nothing'}` : `the value is ${before.value}`}`,
  );
}

const membersOf = (list: string | undefined): string[] => list?.split(',').map((member) => member.trim()) ?? [];

/** The value to write. `contains X`: X alone is written; where the station refuses, a list that has X among others will do. */
function wantedValue(run: CaseRun, cell: ConfigurationRow['cell']): string {
  const [match] = cell.any;
  if (match?.op === 'contains') return wordOf(match.value, momentOf(run));
  if (match?.op !== 'equals') throw new TestDesignError(`"${cell.text}" cannot be set`, 'one definite value');
  const expected = evaluate(match.value, momentOf(run));
  if (expected.kind === 'list')
    return expected.items.map((item) => ('text' in item ? item.text : String(Reflect.get(item, 'value')))).join(',');
  return wordOf(match.value, momentOf(run));
}

/** The old value is known already: it need not be asked again before it is overwritten. */
function noteValue({ device }: CaseRun, name: PlacedVariable, value: string | undefined): JournalEntry | undefined {
  if (value === undefined) return undefined;
  const address = addressOf(name);
  return device?.note('case', { what: addressName(address), undo: { by: 'variable', address, value } });
}

function skip(run: CaseRun, text: string): void {
  run.setting.timeline.append({ type: 'note', text: `skipped: ${text}` });
}
