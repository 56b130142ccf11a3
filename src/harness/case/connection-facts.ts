import type { TlsFacts } from '../../transport/types.ts';
import type { CaseRun } from './case-run.ts';
import { Inconclusive } from './outcome.ts';
import type { TriedConnection } from './verbs/connection.ts';

/** OpenSSL names of the suites that OCPP names, by IANA name (A00.FR.318, 421). */
const openSslName: Readonly<Record<string, string>> = {
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: 'ECDHE-ECDSA-AES128-GCM-SHA256',
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: 'ECDHE-ECDSA-AES256-GCM-SHA384',
  TLS_RSA_WITH_AES_128_GCM_SHA256: 'AES128-GCM-SHA256',
  TLS_RSA_WITH_AES_256_GCM_SHA384: 'AES256-GCM-SHA384',
};

/**
 * Facts of an accepted connection that form 11 names. `probing`: the suites are tried with one handshake each (TLS 1.2), and
 * `serverCertificate` is then every certificate that the CSMS showed, since RSA suites want another one than ECDSA suites.
 */
export async function connectionFacts(
  run: CaseRun,
  { options, result }: TriedConnection,
  probing: boolean,
): Promise<Record<string, unknown>> {
  if (!result.ok) return {};
  const { tls, subprotocol } = result.link;
  if (tls === undefined) return { subprotocol };
  return {
    subprotocol,
    tls: {
      version: tls.version,
      suite: tls.suite,
      serverCertificate: tls.peerCertificate,
      ...(probing ? await probed(run, options, tls.peerCertificate) : {}),
    },
  };
}

type Shown = TlsFacts['peerCertificate'];

/** Suites with which the CSMS completes a handshake, and its certificates; afterwards the normal link is opened again. */
async function probed(
  run: CaseRun,
  options: TriedConnection['options'],
  shown: Shown,
): Promise<{ readonly suites: string[]; readonly serverCertificate?: Shown[] }> {
  const { bench } = run;
  if (bench.role !== 'csms') return { suites: [] };
  const suites: string[] = [];
  const certificates = new Map([[shown?.pem, shown]]);
  for (const [name, ciphers] of Object.entries(openSslName)) {
    const probe = await bench.connect({ ...options, ciphers, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' });
    if (!probe.ok && probe.by === 'us') {
      throw new Inconclusive(
        'preamble',
        `${name} cannot be judged: our side refused the certificate (${probe.reason}); name every root of the CSMS under csms.roots`,
      );
    }
    if (!probe.ok || probe.link.tls?.suite !== name) continue;
    suites.push(name);
    const certificate = probe.link.tls.peerCertificate;
    certificates.set(certificate?.pem, certificate);
  }
  const again = await bench.connect(options);
  if (!again.ok)
    throw new Error(`the CSMS no longer accepts the connection after the suites were probed: ${again.reason}`);
  const known = [...certificates.values()].filter((each) => each !== undefined);
  return { suites, ...(known.length === 0 ? {} : { serverCertificate: known }) };
}
