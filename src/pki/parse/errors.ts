/** A certificate, CSR or PEM text that cannot be read. The message is one line: what, where, why. */
export class PkiError extends Error {
  override readonly name = 'PkiError';
}
