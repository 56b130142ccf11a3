import type { Sender, TimelineEvent, TimelineHeader } from '../../timeline/events.ts';
import type { CheckResult } from '../verdict.ts';
import { DeviceVariables } from './device-variables.ts';
import { monitors as allMonitors } from './index.ts';
import { caseChecks, outsideChecks, type Sighted } from './results.ts';
import { type Monitor, type MonitorFacts, nothing, type Sighting, type Watch } from './types.ts';

/** What is known before the first event of a stream; the device model is folded out of the frames. */
export type GivenFacts = Omit<MonitorFacts, 'variable'>;

interface Watching {
  readonly monitor: Monitor;
  readonly watch: Watch;
}

/** The facts that a recorded case was judged with. */
export const factsOf = ({ role, identity, judge }: TimelineHeader): GivenFacts => ({
  sut: role === 'station' ? 'Charging Station' : 'CSMS',
  identity,
  ...judge,
});

/** What the monitors say of one case. */
export interface Judgement {
  /** Checks of the case: what the SUT broke in the body, and errors of ours. */
  readonly checks: readonly CheckResult[];
  /** Findings of the run: what the SUT broke in preamble and restore. */
  readonly findings: readonly CheckResult[];
}

/** All monitors over the events of one case. */
export class CaseMonitors {
  readonly #sut: Sender;
  readonly #watching: readonly Watching[];
  readonly #device: DeviceVariables;
  readonly #events: TimelineEvent[] = [];
  readonly #sighted: Sighted[] = [];
  readonly #bugs = new Map<string, CheckResult>();

  constructor(sut: Sender, watching: readonly Watching[], device: DeviceVariables) {
    this.#sut = sut;
    this.#watching = watching;
    this.#device = device;
  }

  /** Feeds the next event. Never throws: a monitor that does is an error of ours, and of the case. */
  see(event: TimelineEvent): void {
    this.#events.push(event);
    this.#device.see(event);
    for (const { monitor, watch } of this.#watching) this.#ask(monitor, () => watch.see(event));
  }

  #ask(monitor: Monitor, ask: () => readonly Sighting[]): void {
    if (this.#bugs.has(monitor.name)) return; // its state is not to be trusted any more
    try {
      for (const sighting of ask()) this.#found(monitor, sighting);
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const message = `harness: the monitor broke off: ${reason}`;
      this.#bugs.set(monitor.name, { id: `monitor/${monitor.name}`, level: 'SHALL', result: 'error', message });
    }
  }

  #found(monitor: Monitor, sighting: Sighting): void {
    const event = this.#eventAt(sighting.events.at(-1));
    const by = sighting.by ?? (event?.type === 'frame' ? event.sender : undefined);
    if (event === undefined || by === undefined)
      throw new Error(`a sighting names no frame of this case: ${JSON.stringify(sighting)}`);
    const ours = by !== this.#sut;
    if (ours && (monitor.sutOnly === true || (event.type === 'frame' && event.intended === true))) return;
    this.#sighted.push({ monitor, sighting, phase: event.phase, ours });
  }

  /** Sequence numbers have no gaps. */
  #eventAt(sequence: number | undefined): TimelineEvent | undefined {
    const [first] = this.#events;
    return first === undefined || sequence === undefined ? undefined : this.#events[sequence - first.sequence];
  }

  /** Checks of the case as far as it has come; later events take none of them back. */
  get checks(): readonly CheckResult[] {
    return [...this.#bugs.values(), ...caseChecks(this.#sighted)];
  }

  /** After the last event of the case, restore included. */
  end(): Judgement {
    for (const { monitor, watch } of this.#watching)
      if (monitor.scope !== 'run') this.#ask(monitor, () => watch.end?.() ?? nothing);
    return { checks: this.checks, findings: outsideChecks(this.#sighted) };
  }
}

/** The monitors of one run: some of them remember what earlier cases have shown. */
export class RunMonitors {
  readonly #facts: GivenFacts;
  readonly #monitors: readonly Monitor[];
  readonly #wholeRun: readonly Watching[];

  constructor(facts: GivenFacts, monitors: readonly Monitor[] = allMonitors) {
    this.#facts = facts;
    this.#monitors = monitors;
    this.#wholeRun = monitors
      .filter(({ scope }) => scope === 'run')
      .map((monitor) => ({ monitor, watch: monitor.watch(facts) }));
  }

  /** Begins the next case of the run. */
  begin(): CaseMonitors {
    const device = new DeviceVariables();
    const facts = { ...this.#facts, variable: device.get };
    const watching = this.#monitors.map(
      (monitor) => this.#wholeRun.find((each) => each.monitor === monitor) ?? { monitor, watch: monitor.watch(facts) },
    );
    return new CaseMonitors(this.#facts.sut, watching, device);
  }

  /** Judges a whole recorded case. */
  judge(events: readonly TimelineEvent[]): Judgement {
    const monitors = this.begin();
    for (const event of events) monitors.see(event);
    return monitors.end();
  }
}

/** The examples of a recorded case: its file goes on with the next one, behind the restore of the one before. */
export function examplesOf(events: readonly TimelineEvent[]): TimelineEvent[][] {
  const examples: TimelineEvent[][] = [];
  let before: TimelineEvent | undefined;
  for (const event of events) {
    const goesOn =
      before !== undefined &&
      event.elapsed >= before.elapsed &&
      (before.phase !== 'restore' || event.phase === 'restore');
    if (!goesOn) examples.push([]);
    examples.at(-1)?.push(event);
    before = event;
  }
  return examples;
}
