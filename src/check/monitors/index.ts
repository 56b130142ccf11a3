import { answers } from './answers.ts';
import { beforeAccepted } from './before-accepted.ts';
import { callErrors } from './call-errors.ts';
import { decimals } from './decimals.ts';
import { identifiers } from './identifiers.ts';
import { messageIds } from './message-ids.ts';
import { messageLimits } from './message-limits.ts';
import { oneOutstandingCall } from './one-outstanding-call.ts';
import { responseTime } from './response-time.ts';
import { schema } from './schema.ts';
import { silence } from './silence.ts';
import { timeFormat } from './time-format.ts';
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
];
