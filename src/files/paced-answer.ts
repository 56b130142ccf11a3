import type { ServerResponse } from 'node:http';
import type { Clock } from '../clock/index.ts';

const chunkBytes = 65_536;
/** Wall ms between two looks at how much a throttled transfer may have sent by now. */
const paceMs = 50;

/**
 * Writes `bytes` as the body of an answer, no faster than `bytesPerSecond` of OCPP time, and tells once how many went out
 * and whether that was all.
 */
export function answerPaced(
  response: ServerResponse,
  bytes: Uint8Array,
  bytesPerSecond: number,
  clock: Clock,
  done: (sent: number, complete: boolean) => void,
): void {
  const started = clock.now();
  let sent = 0;
  let cancel = (): void => {};
  const allowed = (): number =>
    bytesPerSecond === Infinity ? bytes.length : (bytesPerSecond * (clock.now() - started)) / 1000;
  const next = (): void => {
    if (sent >= bytes.length) {
      response.end();
      return;
    }
    const amount = Math.min(chunkBytes, bytes.length - sent, Math.floor(allowed()) - sent);
    if (amount < 1) {
      cancel = clock.afterWall(paceMs, next);
      return;
    }
    response.write(bytes.subarray(sent, sent + amount), (error) => {
      if (error) return; // `close` follows and tells
      sent += amount;
      next();
    });
  };
  response.once('close', () => {
    cancel();
    done(sent, response.writableFinished);
  });
  next();
}
