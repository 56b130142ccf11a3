import { join } from 'node:path';
import { findCase } from '../catalogue/index.ts';
import { RunMonitors } from '../check/monitors/run.ts';
import { type CaseResult, strictly } from '../check/verdict.ts';
import { Observer } from '../check/views/index.ts';
import { ScaledClock } from '../clock/index.ts';
import type { RunPki } from '../pki/issue/index.ts';
import { csmsStates } from '../states/csms/index.ts';
import { stationStates } from '../states/station/index.ts';
import type { State } from '../states/types.ts';
import type { Sender } from '../timeline/events.ts';
import { frameEvent, Timeline } from '../timeline/index.ts';
import type { SecurityProfile, WireEvent } from '../transport/types.ts';
import { openCsmsBench } from './bench/csms-bench.ts';
import { openStationBench } from './bench/station-bench.ts';
import type { Bench } from './bench/types.ts';
import { CaseRun } from './case/case-run.ts';
import { resolvableNames } from './case/fixtures.ts';
import { leftoverChecks } from './case/judge-case.ts';
import { resultOf } from './case/result.ts';
import type { Config } from './config/types.ts';
import { Device } from './device/device.ts';
import type { Restored, Scope } from './device/journal.ts';
import type { JournalFile } from './device/journal-file.ts';
import { type Finding, notRestored } from './findings.ts';
import { Interrupt } from './interrupt.ts';
import { checkScenario } from './lint/index.ts';
import { officialSchemas } from './official-schemas.ts';
import { caseIdOf, type Pickle } from './pickle.ts';
import { leaveAsFound, makeReady } from './preamble.ts';
import { bounded, cutOff } from './restoring.ts';
import { runPki } from './run-pki.ts';
import { headerOf, monitorFacts, sutOf } from './timeline-header.ts';

export interface RunOptions {
  readonly config: Config;
  readonly clock?: ScaledClock;
  readonly pki?: RunPki;
  /** Folder for timelines. */
  readonly reports: string;
  /** Starts the station under test once our endpoints are known; resolves with its rig port. */
  readonly startSubject?: (endpoints: ReadonlyMap<SecurityProfile, string>) => Promise<string>;
  /** CSMS under test that trusts our PKI: our station shows the run's own certificates. */
  readonly stationCertificates?: boolean;
  /** Factor of OCPP time for a case; only embedded subjects are asked for more than 1. */
  readonly factorOf?: (caseId: string) => number;
  /** A subject that is thrown away once a case went wrong: nothing is restored then. */
  readonly disposable?: boolean;
  /** Where changes of the device are written down before they are made; left out: they die with this process. */
  readonly journal?: JournalFile;
}

let current: Run | undefined;

/** The run whose cases the sentences of steps/ belong to. */
export function currentRun(): Run {
  if (current === undefined) throw new Error('no run is open: start with "assay run", not with cucumber itself');
  return current;
}

/** Secrets of a configuration; whatever equals them is replaced in evidence. */
const secretsOf = (config: Config): string[] => [config.password].filter((secret) => secret !== '');

/** One subject under test with everything around it, for as many cases as the plan says. */
export class Run {
  readonly config: Config;
  readonly clock: ScaledClock;
  readonly results = new Map<string, CaseResult>();
  /** What monitors found in preamble or restore, once each. */
  readonly findings: Finding[] = [];
  readonly #options: RunOptions;
  /** Folder of the certificates that devices are given. */
  readonly pkiFolder: string;
  readonly #schemas = officialSchemas();
  readonly #states: ReadonlyMap<string, State>;
  readonly #monitors: RunMonitors;
  #stopRig = () => {};
  readonly bench: Bench;
  /** The station under test as it is to be left; undefined for a CSMS. */
  readonly device: Device | undefined;
  readonly interrupt = new Interrupt();
  /** Told of every refused connection, also before the first case. */
  onRefused: ((event: Extract<WireEvent, { type: 'refused' }>) => void) | undefined;
  #timeline: Timeline | undefined;
  #case: CaseRun | undefined;

  private constructor(options: RunOptions, clock: ScaledClock, bench: Bench, pki: RunPki) {
    this.#options = options;
    this.pkiFolder = pki.folder ?? '';
    this.config = options.config;
    this.clock = clock;
    this.bench = bench;
    const { config, journal: store } = options;
    this.device =
      bench.role === 'station' ? new Device({ bench, clock, config, store, interrupt: this.interrupt }) : undefined;
    const states = options.config.sut === 'station' ? stationStates : csmsStates;
    this.#states = new Map(states.map((state) => [state.name, state]));
    this.#monitors = new RunMonitors(monitorFacts(options.config));
  }

  /** Opens bench and hands; a port in use or an unreachable rig rejects with one clear line. */
  static async open(options: RunOptions): Promise<Run> {
    const { config } = options;
    const clock = options.clock ?? new ScaledClock();
    const pki = options.pki ?? (await runPki(config));
    let run: Run | undefined;
    const wire = (event: WireEvent) => run?.wire(event);
    const holds = (action: string) => run?.holds(action) ?? false;
    const bench =
      config.sut === 'station'
        ? await openStationBench({
            config,
            clock,
            pki,
            wire,
            holds,
            transfer: (event) => run?.transfer({ ...event }),
            ...(options.startSubject === undefined ? {} : { startSubject: options.startSubject }),
          })
        : await openCsmsBench({
            config,
            clock,
            pki,
            wire,
            holds,
            ownCertificates: options.stationCertificates === true,
          });
    run = new Run(options, clock, bench, pki);
    current = run;
    return run;
  }

  /** Cases of the present batch, by id; set by whoever plans. */
  batch: ReadonlySet<string> = new Set();
  /** Does a scenario with these tags belong to the present batch? */
  selects(tags: readonly string[]): boolean {
    return tags.some((tag) => this.batch.has(tag.slice(1)));
  }

  /** Compatibility fails like a requirement. */
  strict = false;
  /** Feature file and line of each sentence, by case; set by whoever reads the features. */
  places: ReadonlyMap<string, readonly string[]> = new Map();
  #realTime = false;
  /** How fast OCPP time runs in a case; a real SUT is always at 1. */
  factorFor(id: string): number {
    return this.#realTime ? 1 : (this.#options.factorOf?.(id) ?? 1);
  }
  /** Runs work with OCPP time at factor 1. */
  async inRealTime<T>(work: () => Promise<T>): Promise<T> {
    this.#realTime = true;
    try {
      return await work();
    } finally {
      this.#realTime = false;
    }
  }

  get sut(): Sender {
    return sutOf(this.config);
  }

  private wire(event: WireEvent): void {
    if (event.type === 'refused') this.onRefused?.(event);
    const timeline = this.#timeline;
    if (timeline === undefined) return;
    if (event.type === 'frame') {
      const ours: Sender = this.config.sut === 'station' ? 'CSMS' : 'Charging Station';
      timeline.append(
        frameEvent(timeline, {
          sender: event.direction === 'sent' ? ours : this.sut,
          attempt: event.attempt,
          text: event.text,
          binary: event.binary,
          ...(event.oversize === undefined ? {} : { oversize: event.oversize }),
        }),
      );
      return;
    }
    const { type, attempt, ...facts } = event;
    timeline.append({ type: 'connection', what: type, attempt, facts });
  }

  private transfer(facts: {
    direction: 'download' | 'upload';
    url: string;
    outcome: 'complete' | 'partial' | 'refused';
    bytes: number;
    sha256?: string;
  }): void {
    this.#timeline?.append({ type: 'transfer', ...facts });
  }

  /** A `responds with` for this request is still ahead in the case. */
  private holds(action: string): boolean {
    const run = this.#case;
    if (run === undefined || run.setting.role !== 'csms') return false;
    const ahead = run.setting.sentences.slice(run.step - 1).join('\n');
    return (
      ahead.includes(`the Charging Station responds with a ${action}Response`) ||
      ahead.includes(`the Charging Station responds with an ${action}Response`) ||
      run.answersByState(action)
    );
  }

  /** Begins one scenario: timeline first (incomplete), then the general preconditions. */
  async begin(pickle: Pickle): Promise<CaseRun> {
    const id = caseIdOf(pickle);
    const official = findCase(id);
    const timeline = Timeline.open({
      path: join(this.#options.reports, 'timeline', `${id}.jsonl`),
      append: this.results.has(id),
      clock: this.clock,
      header: headerOf(id, this.config, this.clock),
      secrets: secretsOf(this.config),
    });
    this.#timeline = timeline;
    const monitors = this.#monitors.begin();
    timeline.subscribe((event) => monitors.see(event));
    if (this.bench.role === 'csms') await this.bench.renewStation();
    this.#stopRig();
    this.#stopRig = this.bench.rig.subscribe((event) => timeline.append({ type: 'rig', facts: { ...event } }));
    const run = new CaseRun({
      id,
      title: official?.title ?? pickle.name,
      role: this.config.sut,
      config: this.config,
      clock: this.clock,
      bench: this.bench,
      device: this.device,
      interrupt: this.interrupt,
      timeline,
      observer: new Observer({ sut: this.sut }),
      monitors,
      schemas: this.#schemas,
      states: this.#states,
      sentences: pickle.steps.map(({ text }) => text),
      strict: this.strict,
      places: this.places.get(id) ?? [],
      finish: (ended) => this.#finish(ended),
    });
    this.#case = run;
    try {
      checkScenario(pickle, {
        role: this.config.sut,
        schemas: this.#schemas,
        states: this.#states,
        names: resolvableNames(this.config),
      });
    } catch (error) {
      run.abandon(error);
      return run;
    }
    await this.bench.setClockFactor(this.factorFor(id));
    await makeReady(run);
    return run;
  }

  async #finish(run: CaseRun): Promise<void> {
    const { id, timeline } = run.setting;
    for (const check of leftoverChecks(run)) run.check(check);
    timeline.setPhase('restore');
    const discarded = this.#options.disposable === true && run.checks.verdict !== 'pass';
    const lost = discarded ? [] : await bounded(this, () => leaveAsFound(run), cutOff);
    for (const text of lost) this.findings.push(notRestored([id], text));
    const judgement = run.setting.monitors.end();
    for (const check of judgement.checks) run.check(check);
    for (const finding of judgement.findings) this.findings.push({ ...strictly(finding, this.strict), cases: [id] });
    const { verdict, inapplicable } = run.checks;
    timeline.append({ type: 'verdict', verdict, ...(inapplicable === undefined ? {} : { inapplicable }) });
    const result = resultOf(run, this.results.get(id));
    this.results.set(id, result);
    await timeline.settle();
    this.#timeline = undefined;
    this.#case = undefined;
  }

  /** Puts back what was changed in that scope (left out: everything on record); what cannot be is a finding of these cases. */
  async putBack(cases: readonly string[], scope?: Scope): Promise<Restored> {
    const { device, config } = this;
    if (device === undefined || !config.restore) return { restored: [], lost: [] };
    const { restored, lost } = await bounded(this, () => device.restore(scope), { restored: [], lost: cutOff });
    for (const text of lost) this.findings.push(notRestored(cases, text));
    return { restored, lost };
  }

  async close(): Promise<void> {
    if (current === this) current = undefined;
    this.#stopRig();
    this.device?.close();
    await this.bench.close();
  }
}
