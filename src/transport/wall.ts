import type { Clock } from '../clock/index.ts';
import { ScaledClock } from '../clock/index.ts';

/** Wall time: TCP, TLS, HTTP and WebSocket never run on OCPP time. */
export const wall: Pick<Clock, 'afterWall'> = new ScaledClock();

/** No transport deadline is shorter, however fast OCPP time runs (ms). */
export const shortestDeadlineMs = 500;

/** How long a close handshake or a last answer may take before the socket is destroyed (ms). */
export const lastWordsMs = 2_000;
