import type { StationMutant } from '../types.ts';
import { answersTwice } from './answers-twice.ts';
import { countsItsMessages } from './counts-its-messages.ts';
import { decoratesItsMessages } from './decorates-its-messages.ts';
import { namesTransactionsWithEverySign } from './names-transactions-with-every-sign.ts';
import { offersSeveralSubprotocols } from './offers-several-subprotocols.ts';
import { takesItsTimeWhilePending } from './takes-its-time-while-pending.ts';
import { tellsAnotherTimeZone } from './tells-another-time-zone.ts';
import { tellsItsStatusForAHeartbeat } from './tells-its-status-for-a-heartbeat.ts';

/** Legal and unusual: every case stays as it is. */
export const oddStations: readonly StationMutant[] = [
  countsItsMessages,
  decoratesItsMessages,
  answersTwice,
  tellsAnotherTimeZone,
  namesTransactionsWithEverySign,
  offersSeveralSubprotocols,
  takesItsTimeWhilePending,
  tellsItsStatusForAHeartbeat,
];
