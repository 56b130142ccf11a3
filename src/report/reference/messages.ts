import type { Sender, TimelineEvent } from '../../timeline/events.ts';
import { isRecord } from '../diagram/fields.ts';

/** One message of the SUT as it is compared: its name and the values that say what it is about. */
export interface ReferenceMessage {
  /** Step of the scenario, from 1. */
  readonly step: number;
  readonly text: string;
  /** How often in a row; left out: once. */
  readonly times?: number;
  /** Timeline sequence number; missing in what is kept. */
  readonly event?: number;
}

/** Fields whose values are words of the standard; ids, times and numbers differ from run to run. */
const telling = [
  'status',
  'eventType',
  'triggerReason',
  'chargingState',
  'stoppedReason',
  'offline',
  'reason',
  'type',
  'connectorStatus',
  'certificateType',
  'attributeStatus',
  'errorCode',
  'operationalStatus',
  'chargingProfilePurpose',
] as const;

/** Traffic that comes when it comes. */
const passing: ReadonlySet<string> = new Set([
  'HeartbeatRequest',
  'HeartbeatResponse',
  'MeterValuesRequest',
  'MeterValuesResponse',
]);

const sampled: ReadonlySet<string> = new Set(['MeterValuePeriodic', 'MeterValueClock']);

function wordsIn(value: unknown, found: Map<string, string>): void {
  if (Array.isArray(value)) for (const each of value) wordsIn(each, found);
  if (!isRecord(value)) return;
  for (const name of telling) {
    const word = value[name];
    if ((typeof word === 'string' || typeof word === 'boolean') && !found.has(name)) found.set(name, String(word));
  }
  for (const [name, inner] of Object.entries(value)) if (name !== 'customData') wordsIn(inner, found);
}

function textOf(event: TimelineEvent & { type: 'frame' }): string | undefined {
  const { frame, action = 'unknown' } = event;
  if (frame.kind === 'malformed') return 'unreadable frame';
  if (frame.kind === 'error') return `CALLERROR to ${action}, errorCode ${frame.errorCode}`;
  const name = `${action}${frame.kind === 'call' ? 'Request' : 'Response'}`;
  if (passing.has(name)) return undefined;
  const words = new Map<string, string>();
  wordsIn(frame.payload, words);
  if (sampled.has(words.get('triggerReason') ?? '')) return undefined;
  return [name, ...telling.flatMap((field) => (words.has(field) ? [`${field} ${words.get(field)}`] : []))].join(', ');
}

/** What the SUT sent from the first sentence to the last, in order, equal messages in a row counted. */
export function messagesOf(events: readonly TimelineEvent[], sut: Sender): ReferenceMessage[] {
  const messages: ReferenceMessage[] = [];
  let step = 0;
  for (const event of events) {
    if (event.type === 'step' && event.what === 'begin') step += 1;
    // Before the first sentence the harness makes ready whatever this product needs.
    if (event.type !== 'frame' || event.sender !== sut || event.phase === 'restore' || step === 0) continue;
    const text = textOf(event);
    if (text === undefined) continue;
    const before = messages.at(-1);
    if (before?.text === text) messages[messages.length - 1] = { ...before, times: (before.times ?? 1) + 1 };
    else messages.push({ step, text, event: event.sequence });
  }
  return messages;
}
