import type { TimelineEvent } from '../../timeline/events.ts';
import { isRecord } from '../views/frames.ts';
import type { TransactionEvent } from './transaction-event.ts';
import type { SeenTransaction } from './transactions.ts';
import { nothing, type Sighting } from './types.ts';

interface Asked {
  readonly remoteStartId: number;
  readonly token: TransactionEvent['idToken'];
  /** Timeline sequence number of the acceptance. */
  accepted: number | undefined;
  told: boolean;
}

const sameToken = (a: TransactionEvent['idToken'], b: TransactionEvent['idToken']): boolean =>
  a?.idToken.toLowerCase() === b?.idToken.toLowerCase() && a?.type === b?.type;

const about = ({ seqNo, transactionId }: TransactionEvent) => `seqNo ${seqNo} of ${transactionId}`;

/** RequestStartTransaction and what the station tells of it (F01, F02). One a stream. */
export class RemoteStarts {
  readonly #asked = new Map<number, Asked>();
  readonly #calls = new Map<string, Asked>();
  readonly #unknown: TransactionEvent[] = [];
  /** Transactions that have said RemoteStart, and those that have told a remoteStartId. */
  readonly #said = new Set<string>();
  readonly #named = new Set<string>();

  see(event: TimelineEvent): void {
    if (event.type !== 'frame' || event.action !== 'RequestStartTransaction') return;
    const { frame, sender } = event;
    if (frame.kind === 'call' && sender === 'CSMS') {
      const { remoteStartId, idToken } = frame.payload;
      if (typeof remoteStartId !== 'number') return;
      const token =
        isRecord(idToken) && typeof idToken['idToken'] === 'string' && typeof idToken['type'] === 'string'
          ? { idToken: idToken['idToken'], type: idToken['type'] }
          : undefined;
      const asked: Asked = { remoteStartId, token, accepted: undefined, told: false };
      this.#asked.set(remoteStartId, asked);
      this.#calls.set(frame.messageId, asked);
    }
    if (frame.kind !== 'result' || sender !== 'Charging Station' || frame.payload['status'] !== 'Accepted') return;
    const asked = this.#calls.get(frame.messageId);
    if (asked !== undefined) asked.accepted = event.sequence;
  }

  /** The next event of a transaction, in the order of seqNo from its Started on. */
  told(event: TransactionEvent, { id }: SeenTransaction): readonly Sighting[] {
    const { remoteStartId, triggerReason } = event;
    const first = !this.#named.has(id);
    const common = { actual: about(event), events: [event.sequence] };
    const found: Sighting[] = [];
    if (remoteStartId !== undefined) {
      this.#named.add(id);
      const asked = this.#asked.get(remoteStartId);
      if (asked === undefined) this.#unknown.push(event);
      else asked.told = true;
      if (first && asked !== undefined && triggerReason !== 'RemoteStart' && !this.#said.has(id))
        found.push({
          ...common,
          requirement: 'F02.FR.21',
          // The text says SHALL; TC_E_01_CS and its kind accept the reason of the start point too. A case that wants it says so.
          level: 'SHOULD',
          message: 'the event that tells the remoteStartId has another triggerReason than RemoteStart',
          actual: `${triggerReason ?? 'none'}, ${about(event)}`,
        });
      if (asked?.token !== undefined && event.idToken !== undefined && first && !sameToken(asked.token, event.idToken))
        found.push({
          ...common,
          requirement: 'F01.FR.04',
          message: 'a transaction that was started remotely names another idToken than the request',
        });
    }
    if (triggerReason === 'RemoteStart') {
      if (!this.#said.has(id)) found.push(...missing(event, first));
      this.#said.add(id);
    }
    return found;
  }

  /** An id that nobody asked for, while one that was accepted is never told. */
  end(): readonly Sighting[] {
    const waiting = [...this.#asked.values()].filter(({ accepted, told }) => accepted !== undefined && !told);
    const event = this.#unknown.find(({ sequence }) => waiting.some(({ accepted = sequence }) => accepted < sequence));
    const [asked] = waiting;
    if (event === undefined || asked === undefined) return nothing;
    return [
      {
        requirement: 'C05.FR.03',
        message: 'a remoteStartId that was never asked for is told in place of the one that was',
        expected: `remoteStartId ${asked.remoteStartId}`,
        actual: `remoteStartId ${event.remoteStartId ?? '?'}, ${about(event)}`,
        events: [event.sequence],
      },
    ];
  }
}

/** The first event that says RemoteStart has the remoteStartId and the idToken, unless they were told before. */
function missing(event: TransactionEvent, first: boolean): Sighting[] {
  const common = { actual: about(event), events: [event.sequence] };
  const id: Sighting = {
    ...common,
    requirement: 'F02.FR.21',
    message: 'the event with triggerReason RemoteStart tells no remoteStartId',
  };
  const token: Sighting = {
    ...common,
    requirement: 'C05.FR.05',
    message: 'the event with triggerReason RemoteStart tells no idToken',
  };
  return [
    ...(first && event.remoteStartId === undefined ? [id] : []),
    ...(first && event.idToken === undefined ? [token] : []),
  ];
}
