import { statusViews } from '../../check/views/status.ts';
import type { RigAct } from '../../rig/model/types.ts';
import type { CallOutcome } from '../../transport/types.ts';
import { changeByAct, undoneByAct } from './acts.ts';
import { changedNothing, effectOf, type Topic } from './effects.ts';
import { type Change, Journal, type JournalEntry, type JournalStore, type Restored, type Scope } from './journal.ts';
import { addressName, type DevicePort, isRecord, type Payload, records, statusesOf } from './port.ts';
import { undoChange } from './undo.ts';

const topics: readonly Topic[] = ['connectors', 'charging profiles', 'display messages', 'monitors'];

export interface DeviceOptions extends Omit<DevicePort, 'known'> {
  /** Where the journal is kept, and what an earlier run left in it; left out: in memory. */
  readonly store?: (JournalStore & { readonly earlier: readonly JournalEntry[] }) | undefined;
}

/** The station under test as a thing that is to be left as it was found: what is known of it, and what was changed. */
export class Device implements DevicePort {
  readonly bench;
  readonly clock;
  readonly config;
  readonly interrupt;
  readonly known = new Map<string, string>();
  readonly journal: Journal;
  /** Status each connector reported last, `evse.connector` -> status. */
  readonly connectors = new Map<string, string>();
  /** EVSE (undefined = unsaid) of every transaction that has begun and not ended, by id. */
  readonly transactions = new Map<string, number | undefined>();
  /** What has to be looked at before the next case. */
  readonly due = new Set<Topic | 'start'>(['start', ...topics]);
  /** Looked at in this run before: what is found now was not there when the run began. */
  readonly seen = new Set<Topic>();
  /** Case under way, for the journal. */
  during = 'before the first case';
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;

  constructor({ bench, clock, config, store, interrupt }: DeviceOptions) {
    this.bench = bench;
    this.clock = clock;
    this.config = config;
    this.interrupt = interrupt;
    this.journal = new Journal(store, store?.earlier);
    bench.alsoAdmit(this.journal.entries.flatMap(passwords));
    this.#stop = bench.onRequest((action, payload) => this.#observed(action, payload));
  }

  close(): void {
    this.#stop();
  }

  #observed(action: string, payload: Payload): void {
    if (action === 'TransactionEvent') this.#transactionEvent(payload);
    else if (action === 'StatusNotification' || action === 'NotifyEvent') this.#statusReport(action, payload);
    else return;
    for (const listener of [...this.#listeners]) listener();
  }
  /** Called when a connector or transaction was heard of; the returned function ends it. */
  onNews(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #statusReport(action: string, fields: Payload): void {
    const sight = { name: `${action}Request`, sender: 'Charging Station', sequence: 0, at: 0, fields } as const;
    for (const { name, fields: view } of statusViews(sight)) {
      const { connector, connectorStatus } = view;
      if (name !== 'connector status' || !isRecord(connector) || typeof connectorStatus !== 'string') continue;
      this.connectors.set(`${String(connector['id'])}.${String(connector['connectorId'])}`, connectorStatus);
    }
  }

  /** A transaction outlasts the process that began it: it is on record from its first event. */
  #transactionEvent({ eventType, transactionInfo, evse }: Payload): void {
    const transactionId = isRecord(transactionInfo) ? transactionInfo['transactionId'] : undefined;
    if (typeof transactionId !== 'string') return;
    const what = `transaction ${transactionId}`;
    if (eventType === 'Ended') {
      this.transactions.delete(transactionId);
      this.journal.drop(what);
      return;
    }
    const id = isRecord(evse) ? evse['id'] : undefined;
    this.transactions.set(transactionId, typeof id === 'number' ? id : this.transactions.get(transactionId));
    this.note('case', {
      what,
      undo: {
        by: 'request',
        action: 'RequestStopTransaction',
        payload: { transactionId },
        settled: ['Accepted', 'Rejected'], // F03: Rejected when there is no such transaction any more
      },
    });
  }

  note(scope: Scope, change: Change): JournalEntry | undefined {
    return this.config.restore ? this.journal.note({ ...change, scope, during: this.during }) : undefined;
  }

  /** Before a request is written: what it will change is on record. The result is told how the request ended. */
  async changing(action: string, payload: Payload, scope: Scope = 'case'): Promise<(outcome: CallOutcome) => void> {
    const effect = effectOf(action);
    if (effect === undefined || effect.kind === 'harmless') return () => {};
    const changes = await effect.before(this, payload, (what) => this.journal.knows(what, scope));
    const noted = changes.flatMap((change) => this.note(scope, change) ?? []);
    return (outcome) => {
      if (effect.topic !== undefined) this.due.add(effect.topic);
      this.#ended(action, payload, outcome, noted);
      const answer = outcome.kind === 'result' ? outcome.payload : {};
      for (const change of effect.after?.(payload, answer) ?? []) this.note(scope, change);
    };
  }

  /** What the station refused is nothing to put back; a new BasicAuthPassword that it took is the one we admit (A01). */
  #ended(action: string, payload: Payload, outcome: CallOutcome, noted: readonly JournalEntry[]): void {
    if (action === 'SetVariables') {
      for (const name of writtenNames(payload)) this.known.delete(name);
      const password = acceptedPassword(payload, outcome);
      if (password !== undefined) this.bench.setPassword(password);
    }
    const statuses = statusesOf(outcome);
    if (changedNothing(outcome, statuses)) this.journal.drop(...noted);
  }

  /** Before a rig act: what it leaves behind is on record. The result is told whether it happened. */
  acting(act: RigAct): (happened: boolean) => void {
    const change = changeByAct(act);
    const noted = change === undefined ? undefined : this.note('case', change);
    return (happened) => {
      const undone = undoneByAct(act);
      if (happened && undone !== undefined) this.journal.drop(undone);
      if (!happened && noted !== undefined) this.journal.drop(noted);
    };
  }

  /** Puts back what was changed in that scope, newest first; what is out of reach stays on record. */
  async restore(scope?: Scope): Promise<Restored> {
    const done = await this.journal.restore((change) => undoChange(this, change), scope);
    this.bench.alsoAdmit(this.journal.entries.flatMap(passwords));
    return done;
  }
}

/** Passwords that a run which died has given the station, or was about to. */
function passwords({ undo }: JournalEntry): string[] {
  if (undo.by !== 'variable' || undo.tried === undefined) return [];
  return [undo.value, undo.tried];
}

/** Names of the variables a SetVariables writes, as `known` has them. */
function writtenNames({ setVariableData }: Payload): string[] {
  if (!Array.isArray(setVariableData)) return [];
  return setVariableData.filter(isRecord).map(({ component, variable }) => addressName({ component, variable }));
}

function acceptedPassword({ setVariableData }: Payload, outcome: CallOutcome): string | undefined {
  if (outcome.kind !== 'result') return undefined;
  const results = records(outcome.payload['setVariableResult']);
  const taken = records(setVariableData).find(({ variable }, index) => {
    const status = results[index]?.['attributeStatus'];
    const password = isRecord(variable) && variable['name'] === 'BasicAuthPassword';
    return password && (status === 'Accepted' || status === 'RebootRequired');
  });
  return taken === undefined ? undefined : String(taken['attributeValue']);
}
