import { isIP } from 'node:net';
import { readCertificate } from './certificate.ts';

/** The names of a certificate; TLS facts of a connection have this shape too. */
export interface NamedCertificate {
  readonly commonName?: string;
  /** `DNS:name` and `IP Address:1.2.3.4`; other kinds are passed over. */
  readonly subjectAltNames: readonly string[];
}

/** Lower case, without brackets and final dot; IPv6 in its one short spelling. */
function normal(host: string): string {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return isIP(bare) === 6 ? new URL(`http://[${bare}]/`).hostname.slice(1, -1) : bare.replace(/\.$/, '');
}

/** A star in the leftmost label stands for any text without a dot (RFC 6125, 6.4.3, fragments included). */
function wildcardMatches(pattern: string, host: string): boolean {
  const [first = '', ...rest] = pattern.split('.');
  const [label = '', ...others] = host.split('.');
  const [before = '', after, ...more] = first.split('*');
  if (after === undefined || more.length > 0 || rest.join('.') !== others.join('.')) return false;
  return label.length >= before.length + after.length && label.startsWith(before) && label.endsWith(after);
}

function nameMatches(name: string, host: string, allowWildcard: boolean): boolean {
  const own = normal(name);
  if (own.includes('*')) return allowWildcard && isIP(host) === 0 && wildcardMatches(own, host);
  return own !== '' && own === host;
}

/**
 * Whether a server certificate names `host`: by common name (A00.FR.309, 412, 510) or by a subject alternative name, which a CSMS
 * with several network paths may have (note to A00.FR.511). Wildcards count only with `allowWildcard`
 * (variable AllowCSMSTLSWildcards, errata 2.62). `certificate`: PEM or facts.
 */
export function hostMatches(
  certificate: string | NamedCertificate,
  host: string,
  { allowWildcard = false }: { readonly allowWildcard?: boolean } = {},
): boolean {
  const { commonName, subjectAltNames } = typeof certificate === 'string' ? readCertificate(certificate) : certificate;
  const wanted = normal(host);
  const names = subjectAltNames.flatMap((entry) => {
    const [, kind, name = ''] = /^(DNS|IP Address):(.*)$/.exec(entry) ?? [];
    return kind === (isIP(wanted) === 0 ? 'DNS' : 'IP Address') ? [name] : [];
  });
  return [...(commonName === undefined ? [] : [commonName]), ...names].some((name) =>
    nameMatches(name, wanted, allowWildcard),
  );
}
