import { type Action, type Requests, schemaFaults } from '../../src/ocpp/index.ts';
import type { EvseDescription } from '../../src/rig/model/types.ts';
import { DeviceModel, type DeviceModelConfig, stationVariables } from '../../src/station/device-model/index.ts';
import type { Handlers, StationContext, StationParts, Store, TransactionFacts } from '../../src/station/parts.ts';
import type { CallOutcome } from '../../src/transport/types.ts';
import { ManualClock } from './manual-clock.ts';

export const threePhaseEvse = (id: number): EvseDescription => ({
  id,
  phases: 3,
  maxCurrent: 32,
  voltage: 230,
  current: 'AC',
  baySensor: true,
  connectors: [{ id: 1, type: 'cType2', fixedCable: true, hasLock: true }],
});

export const config: DeviceModelConfig = {
  identity: 'CS-1',
  vendorName: 'Assay',
  model: 'AC-3PH',
  firmwareVersion: '1.0.0',
  serialNumber: 'S-1',
  securityProfile: 1,
  basicAuthPassword: '0123456789abcdef',
  evses: [threePhaseEvse(1), threePhaseEvse(2)],
  features: { smartCharging: true, localAuthList: true, authCache: true, monitoring: true },
};

/** Keeps JSON copies, as a file would. */
export class MemoryStore implements Store {
  readonly #values = new Map<string, string>();
  get<T>(key: string): T | undefined {
    const text = this.#values.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }
  set(key: string, value: unknown): void {
    this.#values.set(key, JSON.stringify(value));
  }
  delete(key: string): void {
    this.#values.delete(key);
  }
}

const stub = (what: string) => () => {
  throw new Error(`the test did not say what ${what} does`);
};

function stubParts(): StationParts {
  return {
    handlers: {},
    outgoing: (_, request) => request,
    boot: { retryAfter: stub('retryAfter'), mayBeSent: () => true, mayStartTransaction: () => true },
    framing: { messageId: stub('messageId'), texts: stub('texts') },
    connection: {
      subprotocols: () => [],
      reconnectAfter: stub('reconnectAfter'),
      passwordAcceptable: (password) => password.length >= 16 && password.length <= 64,
      credentials: (username, password) => ({ username, password }),
      tls: (options) => options,
      verifyServer: () => undefined,
    },
    authorization: { accepted: () => true, mayStop: () => true },
    transaction: {
      starts: () => true,
      stops: () => true,
      firstSeqNo: () => 0,
      nextSeqNo: (seqNo) => seqNo + 1,
      nextToSend: () => 0,
      mayCloseContactor: () => true,
    },
    firmware: { certificate: stub('firmware.certificate'), signature: stub('firmware.signature') },
    certificates: { installable: () => undefined, stationCertificate: () => undefined },
    smartCharging: { refusal: stub('refusal'), composite: stub('composite'), limitNow: () => Infinity },
  };
}

export interface Sent {
  readonly action: string;
  readonly request: Record<string, unknown>;
}

/** A station without the rest of the engine; every request it sends is held against the official schema. */
export class FakeStation {
  readonly clock = new ManualClock(Date.parse('2026-01-01T00:00:00Z'));
  readonly store: Store;
  readonly parts = stubParts();
  readonly model: DeviceModel;
  readonly sent: Sent[] = [];
  readonly securityEvents: string[] = [];
  readonly reboots: string[] = [];
  readonly availability: boolean[] = [];
  readonly limitsChanged: (number | undefined)[] = [];
  readonly running = new Map<number, TransactionFacts>();
  answer: (action: Action) => CallOutcome = () => ({ kind: 'result', payload: {} });
  readonly context: StationContext;

  constructor(overrides: Partial<DeviceModelConfig> = {}, store: Store = new MemoryStore()) {
    const wanted = { ...config, ...overrides };
    this.store = store;
    this.model = new DeviceModel(store, stationVariables(wanted));
    this.context = this.#makeContext(wanted);
  }

  begin(evseId: number, transactionId: string, energyTransferStarted = true): void {
    this.running.set(evseId, {
      evseId,
      connectorId: 1,
      transactionId,
      startedAt: this.clock.now(),
      remoteStartId: undefined,
      energyTransferStarted,
    });
  }

  requests(action: string): Record<string, unknown>[] {
    return this.sent.filter((one) => one.action === action).map(({ request }) => request);
  }

  #makeContext({ identity, evses }: DeviceModelConfig): StationContext {
    return {
      identity,
      clock: this.clock,
      store: this.store,
      parts: this.parts,
      send: async <A extends Action>(action: A, request: Requests[A]) => {
        const faults = schemaFaults(action, 'Request', request);
        if (faults.length > 0) throw new Error(`${action}Request: ${JSON.stringify(faults)}`);
        this.sent.push({ action, request: { ...request } });
        return this.answer(action);
      },
      securityEvent: (type) => this.securityEvents.push(type),
      variable: (component, variable, where) => this.model.value(component, variable, where),
      setVariable: (component, variable, value, where) => this.model.write(component, variable, value, where),
      transaction: (evseId) => this.running.get(evseId),
      transactions: () => [...this.running.values()],
      evseIds: evses.map(({ id }) => id),
      reboot: (reason) => this.reboots.push(reason),
      setAvailabilityForUpdate: (inoperative) => this.availability.push(inoperative),
      limitsChanged: (evseId) => this.limitsChanged.push(evseId),
      log: () => {},
    };
  }
}

/** Calls a handler and holds its answer against the official schema; a CALLERROR comes back as it is. */
export async function ask<A extends Action>(
  handlers: Handlers | undefined,
  action: A,
  request: Requests[A],
): Promise<Record<string, unknown>> {
  const handler = handlers?.[action];
  if (handler === undefined) throw new Error(`no handler for ${action}`);
  const faults = schemaFaults(action, 'Request', request);
  if (faults.length > 0) throw new Error(`the test's own ${action}Request: ${JSON.stringify(faults)}`);
  const answer: Record<string, unknown> = Object.fromEntries(Object.entries(await handler(request)));
  if (answer['kind'] === 'error') return answer;
  const answerFaults = schemaFaults(action, 'Response', answer);
  if (answerFaults.length > 0) throw new Error(`${action}Response: ${JSON.stringify(answerFaults)}`);
  return answer;
}
