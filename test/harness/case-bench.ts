import { RunMonitors } from '../../src/check/monitors/run.ts';
import { Observer } from '../../src/check/views/index.ts';
import type { Bench, CsmsBench, StationBench } from '../../src/harness/bench/types.ts';
import { CaseRun, type CaseSetting } from '../../src/harness/case/case-run.ts';
import type { Assets } from '../../src/harness/case/fixtures.ts';
import { completeConfig } from '../../src/harness/config/load.ts';
import type { OperatorOutcome } from '../../src/operator/types.ts';
import type { AnswerRule } from '../../src/peer/answers.ts';
import type { AttemptRule } from '../../src/peer/connection-policy.ts';
import type { HeldCall, Peer } from '../../src/peer/peer.ts';
import type { Rig, RigAct, RigEvent, RigOutcome } from '../../src/rig/model/types.ts';
import { csmsStates } from '../../src/states/csms/index.ts';
import { stationStates } from '../../src/states/station/index.ts';
import type { Sender } from '../../src/timeline/events.ts';
import { frameEvent, Timeline } from '../../src/timeline/index.ts';
import type { CallOutcome, SecurityProfile } from '../../src/transport/types.ts';
import { schemas } from '../check/context.ts';
import { description } from '../station/bench.ts';
import { VirtualClock } from '../station/virtual-clock.ts';

type Payload = Record<string, unknown>;
export interface Sent {
  readonly action: string;
  readonly payload: Payload;
}

export const root = '-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----\n';
const pair = { certificate: root, key: 'key' };
const assets: Assets = {
  csmsRoot: root,
  newCsmsRoot: root,
  firmwareRoot: root,
  client: pair,
  clientFromUnknownCa: pair,
  clientExpired: undefined,
  clientOfAnotherStation: undefined,
  firmware: (variant) => ({ location: `http://127.0.0.1/${variant}` }),
  logUrl: 'http://127.0.0.1/logs/',
};

/** What a test sees of the fake counterparts, and what it makes them say. */
export class Stage {
  readonly clock = new VirtualClock();
  readonly sent: Sent[] = [];
  readonly acts: RigAct[] = [];
  readonly orders: unknown[] = [];
  offered: SecurityProfile | undefined;
  readonly rules: AnswerRule[] = [];
  readonly attempts: AttemptRule[] = [];
  held: HeldCall[] = [];
  online = true;
  /** Answer to every CALL of ours; the frames are told to the timeline too. */
  reply: (sent: Sent) => CallOutcome = () => ({ kind: 'result', payload: { status: 'Accepted' } });
  rigDoes: (act: RigAct) => RigOutcome = () => ({ outcome: 'done' });
  operatorDoes: () => OperatorOutcome | Promise<OperatorOutcome> = () => ({ outcome: 'accepted' });
  readonly heldListeners = new Set<() => void>();
  readonly requestListeners = new Set<(action: string, payload: Payload) => void>();
  readonly peer: Peer = peerOf(this);

  async send(action: string, payload: Payload): Promise<CallOutcome> {
    const sent = { action, payload };
    this.sent.push(sent);
    return this.reply(sent);
  }
  /** A request of the SUT begins to wait for a sentence. */
  holds(call: HeldCall): void {
    this.held = [...this.held, call];
    for (const listener of [...this.heldListeners]) listener();
  }

  readonly rig: Rig = {
    describe: async () => description,
    perform: async (act) => {
      this.acts.push(act);
      return this.rigDoes(act);
    },
    read: async () => {
      throw new Error('this rig cannot be read');
    },
    subscribe: (_listener: (event: RigEvent) => void) => () => {},
    close: async () => {},
  };

  get #common() {
    return {
      peer: this.peer,
      rig: this.rig,
      hardware: description,
      assets,
      setClockFactor: async () => {},
      password: 'a-password-of-enough-length',
      close: async () => {},
    };
  }
  get stationBench(): StationBench {
    return {
      ...this.#common,
      role: 'station',
      endpoints: new Map(),
      offerOnly: (profile) => {
        this.offered = profile;
      },
      answerWith: (rule) => void this.rules.push(rule),
      answerAttempts: (rule) => void this.attempts.push(rule),
      setPassword: () => {},
      alsoAdmit: () => {},
      onRequest: (listener) => {
        this.requestListeners.add(listener);
        return () => this.requestListeners.delete(listener);
      },
      setOffline: () => {},
      serverTls: () => ({ keys: [] }),
      control: async () => ({ completed: true }),
      signCsr: async () => 'no chain',
      heard: async () => this.online,
      connected: async () => this.online,
      booted: async () => true,
      accepted: async () => true,
    };
  }
  get csmsBench(): CsmsBench {
    return {
      ...this.#common,
      role: 'csms',
      renewStation: async () => {},
      operator: {
        order: async (_identity, intent) => {
          this.orders.push(intent);
          return this.operatorDoes();
        },
        mayWaitForStation: true,
        close: async () => {},
      },
      connect: async () => ({ ok: false, at: 'TCP', by: 'us', reason: 'no wire in this test' }),
      control: async () => ({ completed: true }),
      sendComposed: (action, partial) => this.send(action, partial),
      setStationVariable: () => {},
      stationVariable: () => undefined,
    };
  }
}

function peerOf(stage: Stage): Peer {
  const send = (action: string, payload: Payload) => stage.send(action, payload);
  return {
    get online() {
      return stage.online;
    },
    get held() {
      return stage.held;
    },
    send,
    sendRaw: send,
    onHeld: (listener) => {
      stage.heldListeners.add(listener);
      return () => stage.heldListeners.delete(listener);
    },
    disconnect: async () => {},
    drop: () => {},
    reset: () => {},
    close: async () => {},
  };
}

export interface MadeCase {
  readonly run: CaseRun;
  readonly stage: Stage;
  readonly timeline: Timeline;
  /** A frame of either side arrives. */
  says(sender: Sender, frame: readonly unknown[]): void;
  /** Begins a step as cucumber would. */
  step(keyword: 'Given' | 'When' | 'Then', text?: string): void;
}

const types = { Given: 'Context', When: 'Action', Then: 'Outcome' } as const;

/** A case on counterparts that do what the test says, with the timeline in memory. */
export function makeCase(
  role: 'station' | 'csms' = 'station',
  { config = {}, ...more }: Partial<Omit<CaseSetting, 'config'>> & { readonly config?: Payload } = {},
): MadeCase {
  const stage = new Stage();
  const { clock } = stage;
  const timeline = Timeline.open({ clock });
  const bench: Bench = role === 'station' ? stage.stationBench : stage.csmsBench;
  const states = role === 'station' ? stationStates : csmsStates;
  const monitors = new RunMonitors({ sut: role === 'station' ? 'Charging Station' : 'CSMS' }).begin();
  timeline.subscribe((event) => monitors.see(event));
  const run = new CaseRun({
    id: role === 'station' ? 'TC_B_01_CS' : 'TC_B_01_CSMS',
    title: 'a case',
    role,
    config: completeConfig({ sut: role, identity: 'CS-1', ...config }),
    clock,
    bench,
    timeline,
    observer: new Observer({ sut: role === 'station' ? 'Charging Station' : 'CSMS' }),
    monitors,
    schemas,
    states: new Map(states.map((state) => [state.name, state])),
    sentences: [],
    finish: async () => {},
    ...more,
  });
  return {
    run,
    stage,
    timeline,
    says: (sender, frame) =>
      void timeline.append(frameEvent(timeline, { sender, attempt: 1, text: JSON.stringify(frame), binary: false })),
    step: (keyword, text = 'a sentence of the case') => run.beginStep({ text, type: types[keyword] }),
  };
}
