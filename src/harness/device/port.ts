import { randomInt } from 'node:crypto';
import type { Clock } from '../../clock/index.ts';
import type { CallOutcome } from '../../transport/types.ts';
import type { StationBench } from '../bench/types.ts';
import type { Config } from '../config/types.ts';
import type { Interrupt } from '../interrupt.ts';
import { until } from '../waiting.ts';

export type Payload = Readonly<Record<string, unknown>>;
/** Where the device is reached: our CSMS seat, the clock, and the patience of the configuration. */
export interface DevicePort {
  readonly bench: StationBench;
  readonly clock: Clock;
  readonly config: Config;
  /** Variables of the device that no case may have changed since they were read, `Component.Variable[instance]` -> text. */
  readonly known: Map<string, string>;
  readonly interrupt: Interrupt;
}

export const isRecord = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const records = (value: unknown): Payload[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Sends one request of ours; undefined for a CALLERROR (NotSupported, NotImplemented, ...), silence or a lost link. */
export async function ask(
  { bench, interrupt }: DevicePort,
  action: string,
  payload: Payload,
): Promise<Payload | undefined> {
  const outcome = await interrupt.orStop(bench.peer.send(action, { ...payload }));
  return outcome.kind === 'result' ? outcome.payload : undefined;
}

const largestRequest = 'DeviceDataCtrlr.ItemsPerMessage[GetVariables]';

/** What one GetVariables may hold, as far as the device has said (B06.FR.05). */
export function inRequests<T>({ known }: Pick<DevicePort, 'known'>, all: readonly T[]): T[][] {
  const most = Number(known.get(largestRequest) ?? all.length) || all.length;
  return Array.from({ length: Math.ceil(all.length / most) }, (_, part) => all.slice(part * most, (part + 1) * most));
}

/** Results of GetVariables for these addresses, in their order; undefined where the device gave none (B06). */
export async function readAddresses(port: DevicePort, addresses: readonly Payload[]): Promise<(Payload | undefined)[]> {
  const results: (Payload | undefined)[] = [];
  for (const part of inRequests(port, addresses)) {
    const answer = await ask(port, 'GetVariables', { getVariableData: part });
    const came = answer === undefined ? [] : records(answer['getVariableResult']);
    results.push(...part.map((address) => came.find((result) => addressName(result) === addressName(address))));
  }
  return results;
}

/** `Component[instance]@evse.connector.Variable[instance] attribute`, for people and to tell one from the other. */
export function addressName({ component, variable, attributeType }: Payload): string {
  const [c, v] = [isRecord(component) ? component : {}, isRecord(variable) ? variable : {}];
  const { id, connectorId } = isRecord(c['evse']) ? c['evse'] : {};
  const instance = (of: Payload) => (of['instance'] === undefined ? '' : `[${String(of['instance'])}]`);
  const place = id === undefined ? '' : `@${String(id)}${connectorId === undefined ? '' : `.${String(connectorId)}`}`;
  const attribute = attributeType === undefined || attributeType === 'Actual' ? '' : ` ${String(attributeType)}`;
  return `${String(c['name'])}${instance(c)}${place}.${String(v['name'])}${instance(v)}${attribute}`;
}

/** Status words of an answer, wherever OCPP puts them. */
export function statusesOf(outcome: CallOutcome): string[] {
  if (outcome.kind !== 'result') return [outcome.kind === 'error' ? outcome.errorCode : outcome.kind];
  const { status, setVariableResult, setMonitoringResult, clearMonitoringResult } = outcome.payload;
  const each = [...records(setVariableResult), ...records(setMonitoringResult), ...records(clearMonitoringResult)];
  const nested = each.map((result) => result['attributeStatus'] ?? result['status']);
  return [status, ...nested].filter((word): word is string => typeof word === 'string');
}

/** Asks for a report in parts; resolves with the parts, [] when there is nothing to report, undefined when it did not come whole. */
export async function askReport(
  port: DevicePort,
  { action, parts, payload = {} }: { readonly action: string; readonly parts: string; readonly payload?: Payload },
): Promise<Payload[] | undefined> {
  const requestId = randomInt(1, 2 ** 31 - 1);
  const came: Payload[] = [];
  const waiters = new Set<() => void>();
  const stop = port.bench.onRequest((name, request) => {
    if (name !== parts || request['requestId'] !== requestId) return;
    came.push(request);
    for (const again of [...waiters]) again();
  });
  try {
    const answer = await ask(port, action, { requestId, ...payload });
    if (answer === undefined) return undefined;
    if (answer['status'] !== 'Accepted') return [];
    const whole = await until(
      port.clock,
      port.config.deadlines.message * 1000,
      {
        check: () => (came.some((part) => part['tbc'] !== true) ? true : undefined),
        changed: (again) => {
          waiters.add(again);
          return () => waiters.delete(again);
        },
      },
      2000,
      port.interrupt,
    );
    return whole === true ? came : undefined;
  } finally {
    stop();
  }
}
