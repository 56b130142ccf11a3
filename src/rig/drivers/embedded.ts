import { Agent, type IncomingMessage } from 'node:http';
import type { Clock, ClockSetting } from '../../clock/index.ts';
import { readClockAnswer, readDescription, readEvent, readOutcome, readReading } from '../model/schema.ts';
import type { Rig, RigEvent } from '../model/types.ts';
import { exchange, open, RigUnreachable } from './exchange.ts';

export interface EmbeddedRigOptions {
  /** Of the rig port, such as http://127.0.0.1:40123. */
  readonly url: string;
  readonly clock: Clock;
}
export interface ClockOffset {
  /** The rig's OCPP time less ours, ms. */
  readonly offsetMs: number;
  /** Wall time of the best exchange: half of it, times the factor, is how far the offset may be wrong. */
  readonly roundTripMs: number;
}
export interface EmbeddedRig extends Rig {
  readonly clockOffset: ClockOffset;
  /** Hands the rig's process another clock setting, and measures the offset again. */
  setClock(setting: ClockSetting): Promise<ClockOffset>;
}

const handshakes = 3;
/** Wall ms that the event stream may lag behind the answer to an act. */
const streamLag = 5_000;

/** Listeners for events, and acts that wait until the stream has brought an event. */
class Stream {
  readonly #listeners = new Set<(event: RigEvent) => void>();
  readonly #waiting = new Set<{ sequence: number; resolve: () => void; reject: (error: Error) => void }>();
  last = 0;
  broken: Error | undefined;

  listen(listener: (event: RigEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  arrived(event: RigEvent): void {
    this.last = event.sequence;
    for (const listener of [...this.#listeners]) listener(event);
    for (const one of [...this.#waiting]) if (one.sequence <= event.sequence) one.resolve();
  }
  breakWith(error: Error): void {
    this.broken = error;
    for (const one of [...this.#waiting]) one.reject(error);
  }
  reach(sequence: number, clock: Clock): Promise<void> {
    if (this.broken !== undefined) return Promise.reject(this.broken);
    if (this.last >= sequence) return Promise.resolve();
    return new Promise<void>((resolve, reject) => {
      const late = `event ${sequence} of the rig did not arrive within ${streamLag / 1000} s; the last one was ${this.last}`;
      const cancel = clock.afterWall(streamLag, () => waiter.reject(new RigUnreachable(late)));
      const finish = (then: () => void) => {
        cancel();
        this.#waiting.delete(waiter);
        then();
      };
      const waiter = {
        sequence,
        resolve: () => finish(resolve),
        reject: (error: Error) => finish(() => reject(error)),
      };
      this.#waiting.add(waiter);
    });
  }
}

/**
 * Client of the rig port, ours or a foreign one. When `perform` resolves, every event of the act has been given to the
 * listeners. Rejects with `RigUnreachable` when there is no rig, `RigFormatError` when it talks otherwise.
 */
export async function embeddedRig({ url, clock }: EmbeddedRigOptions): Promise<EmbeddedRig> {
  const agent = new Agent({ keepAlive: true });
  const streamAgent = new Agent();
  const stream = new Stream();
  let current: IncomingMessage | undefined;
  let closed = false;

  async function ask(method: string, path: string, body?: unknown): Promise<string> {
    const { ok, status, text } = await exchange(agent, method, new URL(path, url), body);
    if (!ok) throw new RigUnreachable(`the rig at ${url} answered ${status}: ${text}`);
    return text;
  }

  async function measureOffset(): Promise<ClockOffset> {
    let best: ClockOffset = { offsetMs: 0, roundTripMs: Number.POSITIVE_INFINITY };
    for (let turn = 0; turn < handshakes; turn++) {
      const [asked, begun] = [clock.now(), clock.monotonic()];
      const { now } = readClockAnswer(await ask('GET', '/clock'));
      const roundTripMs = clock.monotonic() - begun;
      if (roundTripMs < best.roundTripMs) best = { offsetMs: now - (asked + clock.now()) / 2, roundTripMs };
    }
    return best;
  }

  /** Follows the events. A stream that ends is taken up again once where it ended; after that the rig is broken. */
  async function follow(query: string, mayResume: boolean): Promise<void> {
    const answer = await open(streamAgent, 'GET', new URL(`/rig/events${query}`, url));
    answer.socket.setTimeout(0); // a quiet rig is no fault
    if (answer.statusCode !== 200)
      throw new RigUnreachable(`the rig at ${url} refused its events: ${answer.statusCode}`);
    current = answer;
    if (stream.last === 0) stream.last = Number(answer.headers['rig-sequence'] ?? 0);
    let unfinished = '';
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => {
      const lines = `${unfinished}${chunk}`.split('\n');
      unfinished = lines.pop() ?? '';
      try {
        for (const line of lines) if (line !== '') stream.arrived(readEvent(line));
      } catch (error) {
        stream.breakWith(error instanceof Error ? error : new Error(String(error)));
      }
    });
    answer.on('error', () => {}); // 'close' follows, and tells it
    answer.on('close', () => {
      if (closed) return;
      const ended = new RigUnreachable(`the event stream of the rig at ${url} ended after event ${stream.last}`);
      if (!mayResume) stream.breakWith(ended);
      else follow(`?since=${stream.last}`, false).catch(() => stream.breakWith(ended));
    });
  }

  let clockOffset = await measureOffset();
  await follow('', true);

  return {
    get clockOffset() {
      return clockOffset;
    },
    setClock: async (setting) => {
      await ask('PUT', '/clock', setting);
      clockOffset = await measureOffset();
      return clockOffset;
    },
    describe: async () => readDescription(await ask('GET', '/rig/description')),
    read: async () => readReading(await ask('GET', '/rig')),
    perform: async (act) => {
      if (stream.broken !== undefined) throw stream.broken;
      const { sequence, ...outcome } = readOutcome(await ask('POST', '/rig/acts', act));
      if (sequence !== undefined) await stream.reach(sequence, clock);
      return outcome;
    },
    subscribe: (listener) => stream.listen(listener),
    close: async () => {
      closed = true;
      current?.destroy();
      agent.destroy();
      streamAgent.destroy();
    },
  };
}
