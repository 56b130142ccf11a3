import WebSocket from 'ws';
import { type Action, isAction, schemaFaults } from '../../src/ocpp/index.ts';

type Fields = Record<string, unknown>;
export interface Received {
  readonly action: string;
  readonly payload: Fields;
  readonly answer: (payload: Fields) => void;
}

/** A bare WebSocket client that plays a station; everything the CSMS sends is held against the official schemas. */
export class FakeStation {
  readonly faults: string[] = [];
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;
  readonly #calls: Received[] = [];
  readonly #callWaiters: ((call: Received) => void)[] = [];
  readonly #answers = new Map<string, { action: Action; settle: (frame: unknown[]) => void }>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#received(JSON.parse(String(data))));
    this.closed = new Promise((resolve) => socket.on('close', resolve));
  }

  static connect(
    url: string,
    options: WebSocket.ClientOptions & { auth?: string } = {},
    subprotocol = 'ocpp2.0.1',
  ): Promise<FakeStation> {
    const socket = new WebSocket(url, subprotocol, { perMessageDeflate: false, ...options });
    const station = new FakeStation(socket);
    return new Promise((resolve, reject) => {
      socket.on('open', () => resolve(station));
      socket.on('unexpected-response', (_request, response) => reject(new Error(`HTTP ${response.statusCode}`)));
      socket.on('error', reject);
    });
  }

  /** The whole answering frame: [3, id, payload] or [4, id, code, ...]. */
  call(action: Action, payload: Fields): Promise<unknown[]> {
    this.#lastId += 1;
    const id = `s${this.#lastId}`;
    this.#socket.send(JSON.stringify([2, id, action, payload]));
    return new Promise((settle) => this.#answers.set(id, { action, settle }));
  }
  /** The payload of the CALLRESULT; fails on a CALLERROR. */
  async ask(action: Action, payload: Fields): Promise<Fields> {
    const [type, , result, words] = await this.call(action, payload);
    if (type !== 3) throw new Error(`${action} was answered with CALLERROR ${String(result)}: ${String(words)}`);
    return fields(result);
  }
  boot(reason = 'PowerUp'): Promise<Fields> {
    return this.ask('BootNotification', {
      reason,
      chargingStation: { model: 'M', vendorName: 'V', serialNumber: 'CS-1' },
    });
  }
  /** The next CALL of the CSMS. */
  next(): Promise<Received> {
    const call = this.#calls.shift();
    return call === undefined ? new Promise((resolve) => this.#callWaiters.push(resolve)) : Promise.resolve(call);
  }
  close(): Promise<number> {
    this.#socket.close();
    return this.closed;
  }

  #received(frame: unknown[]): void {
    const [type, id, third, payload] = frame;
    if (type === 2) this.#called(String(id), String(third), fields(payload));
    const waiting = this.#answers.get(String(id));
    if (type === 2 || waiting === undefined) return;
    this.#answers.delete(String(id));
    if (type === 3) this.#check(waiting.action, 'Response', third);
    waiting.settle(frame);
  }
  #called(id: string, action: string, payload: Fields): void {
    if (isAction(action)) this.#check(action, 'Request', payload);
    const call = { action, payload, answer: (answer: Fields) => this.#socket.send(JSON.stringify([3, id, answer])) };
    const waiter = this.#callWaiters.shift();
    if (waiter === undefined) this.#calls.push(call);
    else waiter(call);
  }
  #check(action: Action, side: 'Request' | 'Response', payload: unknown): void {
    for (const { path, message } of schemaFaults(action, side, payload))
      this.faults.push(`${action}${side} ${path} ${message}`);
  }
}

/** An object as fields, for reading payloads in tests. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
/** A value deep inside: `at(payload, 'a', 0, 'b')`. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let current = value;
  for (const key of path)
    current = typeof current === 'object' && current !== null ? Reflect.get(current, key) : undefined;
  return current;
}
