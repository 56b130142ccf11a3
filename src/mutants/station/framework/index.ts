import type { StationMutant } from '../types.ts';
import { answersWhatNobodyAsked } from './answers-what-nobody-asked.ts';
import { answersWithAFieldOfItsOwn } from './answers-with-a-field-of-its-own.ts';
import { namesTransactionsFreely } from './names-transactions-freely.ts';
import { neverSendsAHeartbeat } from './never-sends-a-heartbeat.ts';
import { offersNoSubprotocolAtFirst } from './offers-no-subprotocol-at-first.ts';
import { reusesItsMessageIds } from './reuses-its-message-ids.ts';
import { transfersDataWhilePending } from './transfers-data-while-pending.ts';
import { writesMicroseconds } from './writes-microseconds.ts';

/** What only a monitor sees. */
export const frameworkMutants: readonly StationMutant[] = [
  reusesItsMessageIds,
  answersWhatNobodyAsked,
  answersWithAFieldOfItsOwn,
  writesMicroseconds,
  namesTransactionsFreely,
  transfersDataWhilePending,
  offersNoSubprotocolAtFirst,
  neverSendsAHeartbeat,
];
