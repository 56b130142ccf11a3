import { type CellRule, firstFault, isRecord, need, type RuleContext } from './context.ts';

/** Errata 2.1 of 2025-09 (A00.FR.205, A00.FR.304): at least 16, at most maxLimit of the variable, which lies in 40..64. */
function lengthFault(password: string, { passwordMaxLimit = 64 }: RuleContext): string | undefined {
  const { length } = [...password];
  if (length < 16) return `A00.FR.205, A00.FR.304: a password of ${length} characters, fewer than 16`;
  return length > passwordMaxLimit
    ? `A00.FR.205, A00.FR.304: a password of ${length} characters, more than ${passwordMaxLimit}`
    : undefined;
}

/** Length only: the errata lifted the limits on characters, and randomness cannot be seen in one value. */
export const passwordIsStrongEnough: CellRule = (value, context) =>
  typeof value === 'string' ? lengthFault(value, context) : 'A01.FR.02: there is no password';

/** A00.FR.202-205, A00.FR.301-304: scheme Basic, user name = identity in the URL, the configured password. */
export const basicHeaderOfThisStation: CellRule = (value, context) => {
  if (!isRecord(value)) return 'A00.FR.203, A00.FR.302: there is no authorization header';
  const { scheme, username, password } = value;
  if (typeof scheme !== 'string' || scheme.toLowerCase() !== 'basic')
    return `A00.FR.202, A00.FR.301: the scheme is ${String(scheme)}, not Basic`;
  if (typeof password !== 'string') return 'A00.FR.203, A00.FR.302: the header has no password';
  const identity = need(context.identity, 'identity');
  return firstFault(
    username !== identity && `A00.FR.204, A00.FR.303: the user name is ${String(username)}, the identity ${identity}`,
    lengthFault(password, context),
    context.password !== undefined &&
      password !== context.password &&
      'A00.FR.205, A00.FR.304: the password is not the configured one',
  );
};
