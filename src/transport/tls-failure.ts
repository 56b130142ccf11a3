/** Reads errors of sockets and of OpenSSL: what happened in one line, and who ended it. */

interface Detail {
  readonly code: string;
  readonly reason: string;
}

function text(error: object, field: string): string {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : '';
}

function detail(error: unknown): Detail {
  if (typeof error !== 'object' || error === null) return { code: '', reason: String(error) };
  const reason = text(error, 'reason') || text(error, 'message') || text(error, 'code');
  return { code: text(error, 'code'), reason: reason.split('\n')[0] ?? reason };
}

/** One line: the words of the error and its code when the words do not carry it. */
export function failureReason(error: unknown): string {
  const { code, reason } = detail(error);
  return code === '' || reason.includes(code) ? reason : `${reason} (${code})`;
}

/** True when the other side sent a TLS alert (OpenSSL names received alerts so). */
export function isAlert(error: unknown): boolean {
  const { code, reason } = detail(error);
  return /ALERT/.test(code) || /\balert\b/i.test(reason);
}

const goneCodes: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ERR_SSL_UNEXPECTED_EOF_WHILE_READING',
]);

/** True when the other side closed or reset the connection. */
export function isGone(error: unknown): boolean {
  return goneCodes.has(detail(error).code);
}

/**
 * Who ended a TLS handshake: an alert received or a connection closed is theirs; everything else (no shared suite, an
 * unsupported version, plain text on a TLS port) our own TLS refused.
 */
export function tlsEndedBy(error: unknown): 'us' | 'them' {
  return isAlert(error) || isGone(error) ? 'them' : 'us';
}
