import type { TimelineEvent } from '../../timeline/events.ts';
import { isRecord } from '../views/frames.ts';
import { RemoteStarts } from './remote-starts.ts';
import { stoppedReason } from './stopped-reason.ts';
import type { TransactionEvent } from './transaction-event.ts';
import { type SeenTransaction, Transactions } from './transactions.ts';
import { type Monitor, type MonitorFacts, nothing, type Sighting } from './types.ts';

/** Requests that a triggerReason says were sent (TriggerReasonEnumType). A Reset may have been scheduled before the stream. */
const commands: Readonly<Record<string, string>> = {
  RemoteStop: 'RequestStopTransaction',
  Trigger: 'TriggerMessage',
  UnlockCommand: 'UnlockConnector',
};
/** Lists of measurands that a reading on a timer is made of, and who asks for it. */
const readings: Readonly<Record<string, { readonly variable: string; readonly requirement: string }>> = {
  MeterValuePeriodic: { variable: 'SampledDataCtrlr.TxUpdatedMeasurands', requirement: 'J02.FR.11' },
  MeterValueClock: { variable: 'AlignedDataCtrlr.Measurands', requirement: 'J01.FR.22' },
};
const about = ({ eventType, seqNo, transactionId }: TransactionEvent) =>
  `${eventType} with seqNo ${seqNo} of ${transactionId}`;

/** Which requests the CSMS has sent, and which transactions it has called invalid. */
class Commands {
  readonly #sent = new Set<string>();
  readonly #asked = new Map<string, string>();
  readonly refused = new Set<string>();

  see(event: TimelineEvent): void {
    if (event.type !== 'frame') return;
    const { frame, sender, action } = event;
    if (frame.kind === 'call' && sender === 'CSMS') {
      this.#sent.add(frame.action);
      return;
    }
    if (frame.kind === 'call' && frame.action === 'TransactionEvent') {
      const info = frame.payload['transactionInfo'];
      if (isRecord(info) && typeof info['transactionId'] === 'string')
        this.#asked.set(frame.messageId, info['transactionId']);
    }
    if (frame.kind !== 'result' || sender !== 'CSMS' || action !== 'TransactionEvent') return;
    const token = frame.payload['idTokenInfo'];
    const transaction = this.#asked.get(frame.messageId);
    if (transaction !== undefined && isRecord(token) && token['status'] !== 'Accepted') this.refused.add(transaction);
  }

  has(action: string): boolean {
    return this.#sent.has(action);
  }
}

/** Of a transaction that began in this stream, everything the CSMS ever asked about it was seen. */
function uncalled(event: TransactionEvent, { started }: SeenTransaction, commandsSeen: Commands): readonly Sighting[] {
  const action = commands[event.triggerReason ?? ''];
  if (action === undefined || started === undefined || commandsSeen.has(action)) return nothing;
  return [
    {
      requirement: 'E02.FR.15',
      message: `triggerReason ${event.triggerReason ?? ''} although the CSMS has sent no ${action}Request`,
      actual: about(event),
      events: [event.sequence],
    },
  ];
}

/** A reading on a timer without a reading. No measurands configured means no values; what is configured is not always known. */
function empty(event: TransactionEvent, variable: MonitorFacts['variable']): readonly Sighting[] {
  const reading = readings[event.triggerReason ?? ''];
  const { meterValue } = event.payload;
  if (reading === undefined || (Array.isArray(meterValue) && meterValue.length > 0)) return nothing;
  const configured = variable?.(reading.variable);
  if (configured === '') return nothing;
  return [
    {
      requirement: reading.requirement,
      ...(configured === undefined ? { level: 'SHOULD' as const } : {}),
      message: `triggerReason ${event.triggerReason ?? ''} without any meterValue`,
      ...(configured === undefined ? {} : { expected: `values of ${configured}` }),
      actual: about(event),
      events: [event.sequence],
    },
  ];
}

/**
 * triggerReason and stoppedReason say what happened (E02.FR.15, E06.FR.08): as far as the text binds a value to something that
 * the stream shows. Which of two fitting reasons a station chooses is its own affair (E02.FR.17).
 */
export const transactionReasons: Monitor = {
  name: 'transaction-reasons',
  requirements: [
    ...['E02.FR.15', 'J01.FR.22', 'J02.FR.11', 'Part 2, 2.48 stoppedReason'],
    ...['E03.FR.05', 'E05.FR.10', 'E06.FR.08', 'F03.FR.03'],
    ...['C05.FR.03', 'F01.FR.04', 'C05.FR.05', 'F02.FR.21'],
  ],
  level: 'SHALL',
  watch: ({ variable }) => {
    const transactions = new Transactions();
    const asked = new Commands();
    const remote = new RemoteStarts();
    return {
      see(seen) {
        asked.see(seen);
        remote.see(seen);
        const step = transactions.see(seen);
        if (step === undefined || step.earlier !== undefined) return nothing;
        const { event, transaction, following } = step;
        const refused = asked.refused.has(transaction.id);
        return [
          ...uncalled(event, transaction, asked),
          ...empty(event, variable),
          ...stoppedReason(event, transaction, refused),
          ...following.flatMap((each) => remote.told(each, transaction)),
        ];
      },
      end: () => remote.end(),
    };
  },
};
