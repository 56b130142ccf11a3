import type { TimelineEvent } from '../../timeline/events.ts';
import { isRecord, ownTimeOf } from '../views/frames.ts';
import { sameJson } from './same-json.ts';

type Fields = Readonly<Record<string, unknown>>;
export type EventType = 'Started' | 'Updated' | 'Ended';

/** A TransactionEventRequest as it stood on the wire; what the schema leaves open is undefined when absent or unreadable. */
export interface TransactionEvent {
  /** Timeline sequence number. */
  readonly sequence: number;
  readonly messageId: string;
  readonly transactionId: string;
  readonly eventType: EventType;
  readonly seqNo: number;
  readonly triggerReason: string | undefined;
  /** Its own time, epoch ms. */
  readonly timestamp: number | undefined;
  readonly offline: boolean;
  readonly chargingState: string | undefined;
  readonly stoppedReason: string | undefined;
  readonly remoteStartId: number | undefined;
  readonly evseId: number | undefined;
  readonly connectorId: number | undefined;
  readonly idToken: { readonly idToken: string; readonly type: string } | undefined;
  readonly payload: Fields;
}

const eventTypes: ReadonlySet<unknown> = new Set<EventType>(['Started', 'Updated', 'Ended']);
const isEventType = (value: unknown): value is EventType => eventTypes.has(value);
const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : {});
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

function tokenOf(value: unknown): TransactionEvent['idToken'] {
  const { idToken, type } = fieldsOf(value);
  return typeof idToken === 'string' && typeof type === 'string' ? { idToken, type } : undefined;
}

/** undefined: no TransactionEventRequest; 'unreadable': one without what every event must have (the schema speaks about it). */
export function transactionEventOf(event: TimelineEvent): TransactionEvent | 'unreadable' | undefined {
  if (event.type !== 'frame' || event.frame.kind !== 'call' || event.frame.action !== 'TransactionEvent')
    return undefined;
  const { payload, messageId } = event.frame;
  const { eventType, seqNo } = payload;
  const info = fieldsOf(payload['transactionInfo']);
  const transactionId = textOf(info['transactionId']);
  if (!isEventType(eventType) || typeof seqNo !== 'number' || transactionId === undefined) return 'unreadable';
  const evse = fieldsOf(payload['evse']);
  return {
    sequence: event.sequence,
    messageId,
    transactionId,
    eventType,
    seqNo,
    triggerReason: textOf(payload['triggerReason']),
    timestamp: ownTimeOf(payload['timestamp']),
    offline: payload['offline'] === true,
    chargingState: textOf(info['chargingState']),
    stoppedReason: textOf(info['stoppedReason']),
    remoteStartId: numberOf(info['remoteStartId']),
    evseId: numberOf(evse['id']),
    connectorId: numberOf(evse['connectorId']),
    idToken: tokenOf(payload['idToken']),
    payload,
  };
}

/**
 * Is one the other, sent again (E13)? The flag offline may have been set meanwhile (E11.FR.07), and an Ended that did not get
 * through may have lost meter data (E07.FR.09).
 */
export function sameTransactionEvent(a: TransactionEvent, b: TransactionEvent): boolean {
  const core = ({ payload: { offline: _, meterValue, ...others }, eventType }: TransactionEvent) =>
    eventType === 'Ended' ? others : { ...others, meterValue };
  return sameJson(core(a), core(b));
}
