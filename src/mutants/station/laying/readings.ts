import type { Requests } from '../../../ocpp/index.ts';
import type { Defect } from '../types.ts';
import { changingRequest } from './requests.ts';

type Event = Requests['TransactionEvent'];
type Sample = NonNullable<Event['meterValue']>[number]['sampledValue'][number];

/** Changes the samples of every reading that a TransactionEvent carries, reading by reading. */
export const changingReadings = (change: (samples: readonly Sample[]) => Sample[]): Defect =>
  changingRequest('TransactionEvent', ({ meterValue, ...event }) =>
    meterValue === undefined
      ? event
      : { ...event, meterValue: meterValue.map((each) => ({ ...each, sampledValue: change(each.sampledValue) })) },
  );
