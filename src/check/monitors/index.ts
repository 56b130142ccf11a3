import { answers } from './answers.ts';
import { beforeAccepted } from './before-accepted.ts';
import { betterErrorCode } from './better-error-code.ts';
import { callErrors } from './call-errors.ts';
import { chargingState } from './charging-state.ts';
import { decimals } from './decimals.ts';
import { energyAndPower } from './energy-and-power.ts';
import { energyRegisters } from './energy-registers.ts';
import { firmwareStatus } from './firmware-status.ts';
import { identifiers } from './identifiers.ts';
import { logStatus } from './log-status.ts';
import { messageIds } from './message-ids.ts';
import { messageLimits } from './message-limits.ts';
import { notation } from './notation.ts';
import { offlineFlag } from './offline-flag.ts';
import { oneOutstandingCall } from './one-outstanding-call.ts';
import { reportChains } from './report-chains.ts';
import { responseTime } from './response-time.ts';
import { schema } from './schema.ts';
import { silence } from './silence.ts';
import { timeFormat } from './time-format.ts';
import { transactionBounds } from './transaction-bounds.ts';
import { transactionIdentity } from './transaction-identity.ts';
import { transactionReasons } from './transaction-reasons.ts';
import { transactionSequence } from './transaction-sequence.ts';
import type { Monitor } from './types.ts';
import { websocket } from './websocket.ts';

/** Every monitor, in the order of their checks. */
export const monitors: readonly Monitor[] = [
  schema,
  websocket,
  messageIds,
  oneOutstandingCall,
  answers,
  callErrors,
  responseTime,
  beforeAccepted,
  silence,
  timeFormat,
  decimals,
  identifiers,
  messageLimits,
  transactionSequence,
  transactionBounds,
  transactionIdentity,
  transactionReasons,
  chargingState,
  offlineFlag,
  energyRegisters,
  energyAndPower,
  reportChains,
  firmwareStatus,
  logStatus,
  betterErrorCode,
  notation,
];
