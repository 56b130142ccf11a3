import { type Blame, checkOf, type Fault } from '../../check/claim/index.ts';
import type { CaseMonitors } from '../../check/monitors/run.ts';
import type { Schemas } from '../../check/schemas.ts';
import type { Observation } from '../../check/types.ts';
import { type CheckResult, type Level, strictly } from '../../check/verdict.ts';
import type { Observer } from '../../check/views/index.ts';
import type { Clock } from '../../clock/index.ts';
import { Inbox } from '../../peer/inbox.ts';
import type { Situation, State } from '../../states/types.ts';
import type { Sender } from '../../timeline/events.ts';
import type { Timeline } from '../../timeline/index.ts';
import type { Bench } from '../bench/types.ts';
import type { Config } from '../config/types.ts';
import { Device } from '../device/device.ts';
import { Interrupt } from '../interrupt.ts';
import { blame } from './blame.ts';
import { CheckBook } from './checks.ts';
import { caseFacts } from './evidence.ts';
import type { FixtureFacts } from './fixtures.ts';
import { Names } from './names.ts';
import { CheckFailed, NotApplicable } from './outcome.ts';
import { assumed, factsOf, hasLock, signLastCsr, startsByButton, told } from './seen.ts';
import { Progress, situationOf } from './situation.ts';
import { type CaseVerb, verbs } from './verbs/index.ts';

/** What one scenario is run with. */
export interface CaseSetting {
  readonly id: string;
  readonly title: string;
  readonly role: 'station' | 'csms';
  readonly config: Config;
  readonly clock: Clock;
  readonly bench: Bench;
  /** The station under test, for all cases of the run; left out: one of its own. */
  readonly device?: Device | undefined;
  readonly interrupt?: Interrupt;
  readonly timeline: Timeline;
  readonly observer: Observer;
  readonly monitors: CaseMonitors;
  readonly schemas: Schemas;
  readonly states: ReadonlyMap<string, State>;
  /** Sentences of the scenario in order, for what is still ahead. */
  readonly sentences: readonly string[];
  /** Compatibility fails like a requirement. */
  readonly strict?: boolean;
  /** Feature file and line of each sentence. */
  readonly places?: readonly string[];
  readonly finish: (run: CaseRun) => Promise<void>;
}

export type Keyword = 'Given' | 'When' | 'Then';

/** A CALL of ours that was sent by a sentence; its answer is expected by a later one. */
export interface SentCall {
  readonly action: string;
  /** Inbox index at the time of sending: the answer comes later. */
  readonly from: number;
  answered: boolean;
}

/** One scenario under way: marks, names, checks, and the hands it works with. */
export class CaseRun {
  readonly setting: CaseSetting;
  readonly inbox = new Inbox();
  readonly progress = new Progress();
  readonly checks: CheckBook;
  readonly names: Names;
  /** Ctrl-C: whatever waits stops waiting. */
  readonly interrupt: Interrupt;
  /** The station under test; undefined for a CSMS. */
  readonly device: Device | undefined;
  readonly sent: SentCall[] = [];
  readonly startedAt = performance.now();
  /** Device values read so far, `Component.Variable[instance]` -> text. */
  readonly variables = new Map<string, string>();
  readonly stateInputs = new Map<string, string>();
  /** Files fetched for rules, by URL. */
  readonly files = new Map<string, Uint8Array>();
  mark = 0;
  /** OCPP time of the mark. */
  markedAt: number;
  /** Newest observation a sentence consumed: a gap counts from it. */
  lastMatch: Observation | undefined;
  step = 0;
  keyword: Keyword = 'Given';
  sentence = '';
  newPassword: string;
  statusWithoutCable = 'Available';
  mode: 'local' | 'remote';
  /** Actions of the SUT that a state will answer itself. */
  readonly #stateAnswers = new Set<string>();
  /** Outcome of the last `connects` of our station. */
  connection: unknown;
  /** The last CSR of the station is being signed. */
  signing: Promise<void> = Promise.resolve();
  /** What the last CALL of ours is still waiting for. */
  pending: Promise<unknown> = Promise.resolve();
  #expectedSinceStimulus = true;
  #ended = false;
  readonly #stopObserving: () => void;

  constructor(setting: CaseSetting) {
    this.setting = setting;
    this.mode = setting.config.mode;
    this.markedAt = setting.clock.now();
    this.checks = new CheckBook(setting.id);
    this.names = new Names(this);
    const { bench, clock, config } = setting;
    this.interrupt = setting.interrupt ?? new Interrupt();
    const { interrupt } = this;
    this.device =
      setting.device ?? (bench.role === 'station' ? new Device({ bench, clock, config, interrupt }) : undefined);
    this.newPassword = `assay-${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`;
    setting.timeline.addSecret(this.newPassword);
    setting.timeline.append({ type: 'setting', facts: caseFacts(this) });
    this.#stopObserving = setting.timeline.subscribe((event) => {
      for (const observation of setting.observer.feed(event)) this.#observed(observation);
    });
  }

  get clock(): Clock {
    return this.setting.clock;
  }
  get bench(): Bench {
    return this.setting.bench;
  }
  get config(): Config {
    return this.setting.config;
  }
  /** Which side is judged. */
  get sut(): Sender {
    return this.setting.role === 'station' ? 'Charging Station' : 'CSMS';
  }
  get evse(): number {
    return this.config.fixtures.evse;
  }
  isSut(actor: string): boolean {
    return actor === `the ${this.sut}`;
  }

  #observed(observation: Observation): void {
    this.progress.observed(observation);
    this.inbox.add(observation);
    if (observation.name === 'SignCertificateRequest') this.signing = signLastCsr(this, observation);
    if (observation.name === 'disconnection' && this.progress.booting) this.#rebooted();
  }

  /** What a station said before it went down for its reboot is not what it says after it. */
  #rebooted(): void {
    if (this.setting.role !== 'station') return;
    this.mark = this.inbox.end;
    this.markedAt = this.clock.now();
  }

  beginStep(step: { readonly text: string; readonly type?: string | undefined }): void {
    this.step += 1;
    this.sentence = step.text;
    this.keyword = step.type === 'Context' ? 'Given' : step.type === 'Outcome' ? 'Then' : 'When';
    this.setting.timeline.setPhase(this.keyword === 'Given' && this.#inPreamble ? 'preamble' : 'body');
    if (this.keyword !== 'Given') this.#inPreamble = false;
    this.setting.timeline.append({ type: 'step', keyword: this.keyword, text: step.text, what: 'begin' });
  }
  endStep(): void {
    this.setting.timeline.append({ type: 'step', keyword: this.keyword, text: this.sentence, what: 'end' });
  }
  #inPreamble = true;

  /** The preconditions could not be reached: no sentence is run, the reason is on record. */
  abandon(error: unknown): void {
    this.blame(error);
    this.#abandoned = true;
  }
  #abandoned = false;

  /** Runs one sentence; resolves with `skipped` when the case turns out not to apply. */
  async perform(verb: CaseVerb, args: readonly unknown[]): Promise<'skipped' | undefined> {
    if (this.#abandoned) throw new CheckFailed('the preconditions of the case were not reached');
    try {
      await verbs[verb](this, args);
      return undefined;
    } catch (error) {
      this.blame(error);
      if (error instanceof NotApplicable) return 'skipped';
      throw error;
    }
  }

  /** Puts on record why a sentence could not be carried to its end. */
  blame(error: unknown): void {
    blame(this, error);
  }

  /** Records a check and tells the timeline. */
  check(found: CheckResult, expectation?: number): void {
    const check = strictly(found, this.setting.strict === true);
    this.checks.add(check);
    const { id, requirement, level, result, cause, message } = check;
    this.setting.timeline.append({
      type: 'check',
      check: id,
      level,
      result,
      ...(requirement === undefined ? {} : { requirement }),
      ...(cause === undefined ? {} : { cause }),
      ...(message === undefined ? {} : { message }),
      ...(expectation === undefined ? {} : { expectation }),
    });
  }

  /** Requirement ids as a check names them; a sentence without any cites its step. */
  requirementOf(requirements: readonly string[]): string {
    return requirements.length > 0 ? requirements.join(', ') : `${this.setting.id}/step ${this.step}`;
  }
  get blameNow(): Blame {
    return this.keyword === 'Given' ? 'preamble' : 'sut';
  }

  /** The check of the present sentence: passed, or failed with blame by keyword (VOCABULARY.md section 3, item 10). */
  judge(requirements: readonly string[], fault: Fault | undefined, level: Level = 'SHALL', expectation?: number): void {
    const id = this.checks.idFor(this.step, this.sentence);
    const check = checkOf({ id, requirement: this.requirementOf(requirements), level, blame: this.blameNow }, fault);
    this.check(check, expectation);
    if (check.result === 'fail' || check.result === 'inconclusive') throw new CheckFailed(fault?.message);
  }

  /** Uses up observations that belong to our own work, and says so: they are nobody's business in the case. */
  setAside(indexes: readonly number[]): void {
    if (indexes.length === 0) return;
    this.inbox.setAside(indexes);
    this.setting.timeline.append({ type: 'aside', used: indexes });
  }

  /** Before a stimulus is written: the first one after an expectation sets the mark. */
  stimulate(): void {
    if (this.#expectedSinceStimulus) {
      this.mark = this.inbox.end;
      this.markedAt = this.clock.now();
    }
    this.#expectedSinceStimulus = false;
  }
  /** A sentence expected something: the next stimulus sets a new mark. */
  expected(): void {
    this.#expectedSinceStimulus = true;
  }

  /** Until `work` is done a state answers requests of that action itself instead of the engine. */
  async answerByState(action: string, work: () => Promise<void>): Promise<void> {
    this.#stateAnswers.add(action);
    try {
      await work();
    } finally {
      this.#stateAnswers.delete(action);
    }
  }
  answersByState(action: string): boolean {
    return this.#stateAnswers.has(action);
  }

  get situation(): Situation {
    return situationOf({
      progress: this.progress,
      mode: this.mode,
      runProfile: this.config.securityProfile,
      byButton: startsByButton(this.bench.hardware),
      hasLock: hasLock(this),
      txStartPoint: this.txPoints('TxStartPoint', this.config.txStartPoint),
      txStopPoint: this.txPoints('TxStopPoint', this.config.txStopPoint),
      pics: this.config.pics,
      variable: (name) => this.variables.get(name) ?? assumed(this, name),
      inputs: this.stateInputs,
      told: (chargingState) => told(this, chargingState),
    });
  }
  txPoints(name: string, configured: readonly string[]): readonly string[] {
    const known = this.variables.get(`TxCtrlr.${name}`);
    return known === undefined ? configured : known.split(',').map((point) => point.trim());
  }

  get fixtureFacts(): FixtureFacts {
    return factsOf(this);
  }

  /** Ends the case: restore, verdict, evidence. Later calls do nothing. */
  async end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    try {
      await this.setting.finish(this);
    } finally {
      this.#stopObserving();
    }
  }
}
