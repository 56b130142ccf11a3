import { type GivenFacts, type Judgement, RunMonitors } from '../../../src/check/monitors/run.ts';
import type { Monitor, Sighting } from '../../../src/check/monitors/types.ts';
import { frameEvent, type Phase, type Sender, Timeline, type TimelineEvent } from '../../../src/timeline/index.ts';
import { manualClock } from '../../timeline/manual-clock.ts';

type Payload = Readonly<Record<string, unknown>>;
interface FrameOptions {
  readonly id?: string;
  /** Ours, and broken on purpose. */
  readonly intended?: true;
}

export const station: Sender = 'Charging Station';
export const csms: Sender = 'CSMS';
export const otherSide = (sender: Sender): Sender => (sender === csms ? station : csms);

/**
 * A conversation for monitors, on a clock that only `pass` moves. Frames are parsed, correlated and held against their schemas as
 * those of a real one.
 */
export class Stream {
  readonly #clock = manualClock();
  readonly #timeline = Timeline.open({ clock: this.#clock });
  #attempt = 1;
  #ids = 0;

  constructor(phase: Phase = 'body') {
    this.#timeline.setPhase(phase);
  }
  /** OCPP time, epoch ms. */
  get now(): number {
    return this.#clock.now();
  }
  get events(): readonly TimelineEvent[] {
    return this.#timeline.events();
  }
  phase(phase: Phase): this {
    this.#timeline.setPhase(phase);
    return this;
  }
  pass(seconds: number): this {
    this.#clock.pass(seconds * 1000);
    return this;
  }
  /** RFC 3339 text of a moment, seconds from now. */
  time(seconds = 0): string {
    return new Date(this.now + seconds * 1000).toISOString();
  }

  /** Any text as a frame. */
  text(sender: Sender, text: string, options: FrameOptions & { binary?: boolean; oversize?: boolean } = {}): this {
    const { binary, oversize, intended } = options;
    this.#timeline.append(
      frameEvent(this.#timeline, {
        sender,
        attempt: this.#attempt,
        text,
        ...(binary === undefined ? {} : { binary }),
        ...(oversize === undefined ? {} : { oversize }),
        ...(intended === undefined ? {} : { intended }),
      }),
    );
    return this;
  }
  frame(sender: Sender, frame: readonly unknown[], options: FrameOptions = {}): this {
    return this.text(sender, JSON.stringify(frame), options);
  }
  /** A CALL; returns its message id. */
  call(sender: Sender, action: string, payload: Payload = {}, options: FrameOptions = {}): string {
    const id = options.id ?? `id-${++this.#ids}`;
    this.frame(sender, [2, id, action, payload], options);
    return id;
  }
  /** The CALLRESULT of `sender`. */
  result(sender: Sender, id: string, payload: Payload = {}, options: FrameOptions = {}): this {
    return this.frame(sender, [3, id, payload], options);
  }
  /** The CALLERROR of `sender`. */
  error(sender: Sender, id: string, code = 'InternalError', options: FrameOptions = {}): this {
    return this.frame(sender, [4, id, code, '', {}], options);
  }
  /** A CALL and its CALLRESULT. */
  exchange(sender: Sender, action: string, request: Payload = {}, response: Payload = {}): this {
    return this.result(otherSide(sender), this.call(sender, action, request), response);
  }
  heartbeat(): this {
    return this.exchange(station, 'Heartbeat', {}, { currentTime: this.time() });
  }
  /** A boot and its answer. */
  boot(status: 'Accepted' | 'Pending' | 'Rejected' = 'Accepted', interval = 300): this {
    const request = { reason: 'PowerUp', chargingStation: { model: 'M', vendorName: 'V' } };
    return this.exchange(station, 'BootNotification', request, { currentTime: this.time(), interval, status });
  }
  /** GetVariables for `Component.Variable[instance]`, answered Accepted with these values. */
  variables(values: Readonly<Record<string, string>>): this {
    const items = Object.entries(values).map(([name, value]) => {
      const [, component = '', variable = '', instance] = /^([^.]+)\.([^[]+)(?:\[(.+)\])?$/.exec(name) ?? [];
      const address = {
        component: { name: component },
        variable: { name: variable, ...(instance === undefined ? {} : { instance }) },
      };
      return { address, value };
    });
    return this.exchange(
      csms,
      'GetVariables',
      { getVariableData: items.map(({ address }) => address) },
      {
        getVariableResult: items.map(({ address, value }) => ({
          ...address,
          attributeStatus: 'Accepted',
          attributeValue: value,
        })),
      },
    );
  }

  connection(what: string, facts: Payload = {}): this {
    this.#timeline.append({ type: 'connection', what, attempt: this.#attempt, facts });
    return this;
  }
  closed(by: 'us' | 'them' | 'network' = 'network'): this {
    return this.connection('closed', { by, code: 1006, reason: '' });
  }
  /** A new connection, seen from its opening on. */
  open(identity = 'CS-1', facts: Payload = {}): this {
    this.#attempt += 1;
    return this.connection('open', {
      identity,
      subprotocol: 'ocpp2.0.1',
      extensions: '',
      securityProfile: 1,
      ...facts,
    });
  }
  rig(facts: Payload): this {
    this.#timeline.append({ type: 'rig', facts });
    return this;
  }
}

/** What one monitor says of a stream as a case of its own; of each side, whoever is the SUT. */
export function sightings(monitor: Monitor, stream: Stream, facts: Partial<GivenFacts> = {}): readonly Sighting[] {
  const found: Sighting[] = [];
  const kept = (more: readonly Sighting[]) => {
    found.push(...more);
    return more;
  };
  const watching: Monitor = {
    ...monitor,
    watch(given) {
      const { see, end } = monitor.watch(given);
      return { see: (event) => kept(see(event)), end: () => kept(end?.() ?? []) };
    },
  };
  judged(watching, stream, facts);
  return found;
}

/** What the runner makes of it. */
export function judged(monitor: Monitor, stream: Stream, facts: Partial<GivenFacts> = {}): Judgement {
  const judgement = new RunMonitors({ sut: station, identity: 'CS-1', ...facts }, [monitor]).judge(stream.events);
  const bug = judgement.checks.find(({ message }) => message?.startsWith('harness:'));
  if (bug !== undefined) throw new Error(bug.message);
  return judgement;
}

/** The messages of the sightings. */
export const said = (monitor: Monitor, stream: Stream, facts: Partial<GivenFacts> = {}): string[] =>
  sightings(monitor, stream, facts).map(({ message, actual }) =>
    actual === undefined ? message : `${message}: ${actual}`,
  );
