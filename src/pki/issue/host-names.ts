import { isIP } from 'node:net';
import { IssueError } from './errors.ts';

/** Never resolves (RFC 6761). */
export const otherHost = 'other-host.invalid';

/**
 * A wildcard name that matches `host` (TC_A_05 after the errata): `*.example.com` for `csms.example.com`. A name of one label, such as
 * `localhost`, keeps its first letter (`l*`): a fragment of the leftmost label is a wildcard too (RFC 6125, 6.4.3).
 */
export function wildcardOf(host: string): string {
  const [label = '', ...rest] = host.split('.');
  return rest.length === 0 ? `${label.slice(0, 1)}*` : ['*', ...rest].join('.');
}

/** Host names and addresses apart; the first name is the common name. Throws IssueError when there is no name. */
export function sortServerNames(names: readonly string[]): {
  commonName: string;
  dnsNames: string[];
  ipAddresses: string[];
} {
  const ipAddresses = names.filter((name) => isIP(name) !== 0);
  const dnsNames = names.filter((name) => isIP(name) === 0);
  const [commonName] = dnsNames;
  if (commonName === undefined) {
    throw new IssueError(
      `server certificate: no host name in [${names.join(', ')}]; the common name must be one (A00.FR.510): add the name the station resolves`,
    );
  }
  const odd = dnsNames.find((name) => !/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(name));
  if (odd !== undefined)
    throw new IssueError(`server certificate: "${odd}" is not a host name; give the bare name, no URL, port or star`);
  return { commonName, dnsNames, ipAddresses };
}
