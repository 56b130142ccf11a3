import { printVariable } from '../../check/language/index.ts';
import type { PlacedVariable } from '../../check/match/index.ts';
import { inRequests } from '../device/port.ts';
import type { CaseRun } from './case-run.ts';
import { recordChange } from './device-changes.ts';
import { Inconclusive } from './outcome.ts';
import { read } from './situation.ts';

/** Component and variable as OCPP writes them. */
export function addressOf({ component, variable, instance, evse, connector }: PlacedVariable): Record<string, unknown> {
  const place =
    evse === undefined ? {} : { evse: { id: evse, ...(connector === undefined ? {} : { connectorId: connector }) } };
  return {
    component: { name: component, ...place },
    variable: { name: variable, ...(instance === undefined ? {} : { instance }) },
  };
}

export interface VariableAnswer {
  readonly status: string;
  readonly value: string | undefined;
}

/** Reads variables of the device (GetVariables) or of our own engine; known afterwards to every <Component.Variable>. */
export async function readVariables(run: CaseRun, wanted: readonly PlacedVariable[]): Promise<VariableAnswer[]> {
  const { bench } = run;
  if (bench.role === 'csms') {
    return wanted.map((name) => remember(run, name, { status: 'Accepted', value: bench.stationVariable(name) }));
  }
  const { device } = run;
  const parts = device === undefined ? [[...wanted]] : inRequests(device, wanted);
  const answers: VariableAnswer[] = [];
  for (const part of parts) answers.push(...(await readTogether(run, part)));
  return answers;
}

async function readTogether(run: CaseRun, wanted: readonly PlacedVariable[]): Promise<VariableAnswer[]> {
  const outcome = await run.bench.peer.send('GetVariables', { getVariableData: wanted.map(addressOf) });
  if (outcome.kind !== 'result') {
    throw new Inconclusive(
      'preamble',
      `GetVariables for ${wanted.map(printVariable).join(', ')} was not answered: ${outcome.kind}`,
      true,
    );
  }
  const results = outcome.payload['getVariableResult'];
  return wanted.map((name) => {
    const result: unknown = Array.isArray(results) ? results.find((each: unknown) => isAbout(each, name)) : undefined;
    const value = read(result, 'attributeValue');
    return remember(run, name, {
      status: String(read(result, 'attributeStatus') ?? 'missing'),
      value: typeof value === 'string' ? value : undefined,
    });
  });
}

function remember(run: CaseRun, name: PlacedVariable, answer: VariableAnswer): VariableAnswer {
  if (answer.value !== undefined) run.variables.set(printVariable(name), answer.value);
  return answer;
}

function isAbout(result: unknown, { component, variable, instance, evse, connector }: PlacedVariable): boolean {
  return (
    read(result, 'component', 'name') === component &&
    read(result, 'component', 'evse', 'id') === evse &&
    read(result, 'component', 'evse', 'connectorId') === connector &&
    read(result, 'variable', 'name') === variable &&
    read(result, 'variable', 'instance') === instance
  );
}

/** Writes one variable of the device; resolves with its status (Accepted, RebootRequired, Rejected, ...). */
export async function writeVariable(run: CaseRun, name: PlacedVariable, value: string): Promise<string> {
  const { bench } = run;
  if (bench.role === 'csms') {
    bench.setStationVariable(name, value);
    run.variables.set(printVariable(name), value);
    return 'Accepted';
  }
  const payload = { setVariableData: [{ ...addressOf(name), attributeValue: value }] };
  const ended = await recordChange(run, 'SetVariables', payload);
  const outcome = await bench.peer.send('SetVariables', payload);
  ended(outcome);
  if (outcome.kind !== 'result') return outcome.kind;
  const results = outcome.payload['setVariableResult'];
  const status = String(read(Array.isArray(results) ? results[0] : undefined, 'attributeStatus') ?? 'missing');
  if (status === 'Accepted' || status === 'RebootRequired') run.variables.set(printVariable(name), value);
  return status;
}
