import type { CsmsHandlers } from '../parts.ts';
import { authorizeHandlers } from './authorize.ts';
import { bootHandlers } from './boot.ts';
import { certificateHandlers } from './certificates.ts';
import { chargingNeedsHandlers } from './charging-needs.ts';
import type { HandlerContext } from './context.ts';
import { noticeHandlers } from './notices.ts';
import { reportHandlers } from './reports.ts';
import { transactionHandlers } from './transactions.ts';

/** Honest answers to every message a station may start (25 actions). */
export function honestHandlers(context: HandlerContext): CsmsHandlers {
  return {
    ...bootHandlers(context),
    ...authorizeHandlers(context),
    ...transactionHandlers(context),
    ...reportHandlers(context),
    ...certificateHandlers(context),
    ...chargingNeedsHandlers(context),
    ...noticeHandlers(context),
  };
}
