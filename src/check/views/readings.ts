import { isRecord, ownTimeOf, type Sight } from './frames.ts';

const records = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** Measurands of a reading, each once; the default is the energy register (MeterValues, SampledValueType.measurand). */
function measurandsOf(samples: readonly Readonly<Record<string, unknown>>[]): string[] {
  const names = samples.map(({ measurand }) =>
    typeof measurand === 'string' ? measurand : 'Energy.Active.Import.Register',
  );
  return [...new Set(names)];
}

/**
 * Finds the EVSE of later events: only an event after which the EVSE is known carries it. One a case.
 */
export class Places {
  readonly #evses = new Map<string, number>();

  of(message: Sight): number | undefined {
    const { evseId, evse, transactionInfo } = message.fields;
    if (typeof evseId === 'number') return evseId;
    const transaction = isRecord(transactionInfo) ? transactionInfo['transactionId'] : undefined;
    const id = isRecord(evse) && typeof evse['id'] === 'number' ? evse['id'] : undefined;
    if (typeof transaction !== 'string') return id;
    if (id !== undefined) this.#evses.set(transaction, id);
    return id ?? this.#evses.get(transaction);
  }
}

/** `meter reading`: one meterValue element of a MeterValuesRequest or TransactionEventRequest, with the message as `carrier`. */
export function readingsOf(message: Sight, places: Places): Sight[] {
  if (message.name !== 'MeterValuesRequest' && message.name !== 'TransactionEventRequest') return [];
  const evseId = places.of(message);
  return records(message.fields['meterValue']).map((element) => {
    const sampledValue = records(element['sampledValue']);
    const at = ownTimeOf(element['timestamp']);
    return {
      ...message,
      name: 'meter reading',
      fields: {
        ...(evseId === undefined ? {} : { evseId }),
        timestamp: element['timestamp'],
        sampledValue,
        measurands: measurandsOf(sampledValue),
        carrier: { name: message.name, ...message.fields },
      },
      ...(at === undefined ? {} : { ownTime: at }),
    };
  });
}

/** Parts of one reading that was split over messages have the same key. */
export function readingKey({ fields }: Pick<Sight, 'fields'>): string {
  const carrier = isRecord(fields['carrier']) ? fields['carrier'] : {};
  const { name, eventType, transactionInfo } = carrier;
  const transaction = isRecord(transactionInfo) ? transactionInfo['transactionId'] : undefined;
  return JSON.stringify([fields['evseId'], fields['timestamp'], name, eventType, transaction]);
}

/** Two parts of one reading together; the carrier is that of the first. */
export function mergeReadings<T extends Pick<Sight, 'fields' | 'sequence' | 'at'>>(first: T, second: Sight): T {
  const sampledValue = [...records(first.fields['sampledValue']), ...records(second.fields['sampledValue'])];
  const fields = { ...first.fields, sampledValue, measurands: measurandsOf(sampledValue) };
  return { ...first, fields, sequence: second.sequence, at: second.at };
}
