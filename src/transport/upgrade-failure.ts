import { failureReason, isAlert, isGone } from './tls-failure.ts';
import type { Refusal } from './types.ts';

/** What ws says when the answer names no or a foreign subprotocol. */
const none = 'Server sent no subprotocol';
const foreign = 'Server sent an invalid subprotocol';

/**
 * Where an upgrade of ours failed. A server that closes a TLS connection without a byte of answer has refused our
 * certificate, or that we showed none: OpenSSL servers judge it after the handshake and often give no alert.
 */
export function upgradeFailure(
  error: unknown,
  offered: readonly string[],
  chosen: string | undefined,
  secure: boolean,
): Refusal {
  const reason = failureReason(error);
  const names = offered.join(', ');
  if (reason === none)
    return {
      at: 'WebSocket',
      by: 'them',
      status: 101,
      reason: `the upgrade was completed without a subprotocol: none of ${names} was chosen`,
    };
  if (reason === foreign)
    return {
      at: 'WebSocket',
      by: 'us',
      status: 101,
      reason: `the server chose the subprotocol ${chosen ?? ''}, offered was ${names}`,
    };
  if (isAlert(error)) return { at: 'TLS', by: 'them', reason };
  if (isGone(error)) {
    const why = `closed the connection without an HTTP answer (${reason})`;
    return secure
      ? { at: 'TLS', by: 'them', reason: `${why}: the client certificate, or none, may be refused` }
      : { at: 'HTTP', by: 'them', reason: why };
  }
  return { at: 'HTTP', by: 'us', reason: `the answer to the upgrade cannot be used: ${reason}` };
}
