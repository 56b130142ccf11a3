import { completeConfig } from '../../src/harness/config/load.ts';
import { Device } from '../../src/harness/device/device.ts';
import { Interrupt } from '../../src/harness/interrupt.ts';
import type { CallOutcome } from '../../src/transport/types.ts';
import { Stage } from './case-bench.ts';

type Payload = Record<string, unknown>;
type Answers = Readonly<Record<string, Payload | ((payload: Payload) => Payload | undefined)>>;

const records = (value: unknown): Payload[] => (Array.isArray(value) ? value : []);
const nameOf = ({ component, variable }: Payload) =>
  `${String(Reflect.get(Object(component), 'name'))}.${String(Reflect.get(Object(variable), 'name'))}`;

/** A station as far as these tests need one: variables, and an answer by action; everything else it does not implement. */
export class FakeStation {
  readonly stage = new Stage();
  readonly interrupt = new Interrupt();
  readonly device: Device;
  readonly variables: Record<string, string> = {};
  answers: Answers = {};

  constructor(config: Payload = {}) {
    this.stage.reply = ({ action, payload }) => this.#reply(action, payload);
    this.device = new Device({
      bench: this.stage.stationBench,
      clock: this.stage.clock,
      interrupt: this.interrupt,
      config: completeConfig({ sut: 'station', identity: 'CS-1', ...config }),
    });
  }

  #reply(action: string, payload: Payload): CallOutcome {
    const own = this.answers[action];
    const answer = typeof own === 'function' ? own(payload) : own;
    if (answer !== undefined) return { kind: 'result', payload: answer };
    if (action === 'GetVariables') return { kind: 'result', payload: { getVariableResult: this.#read(payload) } };
    if (action === 'SetVariables') return { kind: 'result', payload: { setVariableResult: this.#write(payload) } };
    return { kind: 'error', errorCode: 'NotImplemented', errorDescription: '', errorDetails: {} };
  }
  #read({ getVariableData }: Payload): Payload[] {
    return records(getVariableData).map((data) => {
      const value = this.variables[nameOf(data)];
      return value === undefined
        ? { ...data, attributeStatus: 'UnknownVariable' }
        : { ...data, attributeStatus: 'Accepted', attributeValue: value };
    });
  }
  #write({ setVariableData }: Payload): Payload[] {
    return records(setVariableData).map(({ attributeValue, ...data }) => {
      const known = this.variables[nameOf(data)] !== undefined;
      if (known) this.variables[nameOf(data)] = String(attributeValue);
      return { ...data, attributeStatus: known ? 'Accepted' : 'UnknownVariable' };
    });
  }

  /** The station sends a request. */
  says(action: string, payload: Payload): void {
    for (const listener of [...this.stage.requestListeners]) listener(action, payload);
  }
  /** Answers Accepted and then sends the parts. */
  reports(parts: string, ...payloads: Payload[]): (payload: Payload) => Payload {
    return ({ requestId }) => {
      void Promise.resolve().then(() => {
        for (const payload of payloads) this.says(parts, { requestId, ...payload });
      });
      return { status: 'Accepted' };
    };
  }

  /** Requests of ours that were sent, in order. */
  get asked(): string[] {
    return this.stage.sent.map(({ action }) => action);
  }
  sent(action: string): Payload[] {
    return this.stage.sent.filter((each) => each.action === action).map(({ payload }) => payload);
  }
  forget(): void {
    this.stage.sent.length = 0;
  }

  /** A request of a case, put on record and sent; resolves with how it ended. */
  async request(action: string, payload: Payload): Promise<CallOutcome> {
    const ended = await this.device.changing(action, payload);
    const outcome = await this.stage.send(action, payload);
    ended(outcome);
    return outcome;
  }
}
