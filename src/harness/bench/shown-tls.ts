import type { RunPki } from '../../pki/issue/index.ts';
import { connect, startListener } from '../../transport/index.ts';
import type { SecurityProfile, ServerTls } from '../../transport/types.ts';
import { UsageError } from '../config/load.ts';
import type { Control } from './types.ts';

/** OpenSSL's word for every suite and version that it still knows. */
export const permissive = 'DEFAULT@SECLEVEL=0';

/** What our server shows under a name of the vocabulary (`expired`, `valid`), or speaking one old TLS version only (`TLS 1.1`). */
export function shownTls(pki: RunPki, profile: SecurityProfile, presenting: string): ServerTls {
  const { EC, RSA } = pki.csms;
  const roots = [EC.certificate, ...(RSA === undefined ? [] : [RSA.certificate])];
  const clientRoots = profile === 3 ? { clientRoots: roots } : {};
  const version = /^TLS (1\.[01])$/.exec(presenting)?.[1];
  if (version !== undefined) {
    const only = version === '1.0' ? 'TLSv1' : 'TLSv1.1';
    return { keys: pki.servers.valid, ...clientRoots, minVersion: only, maxVersion: only, ciphers: permissive };
  }
  const keys = Object.entries(pki.servers).find(([name]) => name === presenting)?.[1];
  if (keys === undefined) throw new UsageError(`no server certificate "${presenting}"`);
  return { keys, ...clientRoots };
}

/**
 * Positive control of a station-side negative: a willing client of ours completes a handshake with a listener that shows
 * byte for byte what the station is shown. Runs on a port of its own, so that the station's attempts are left alone.
 */
export async function presentedControl(pki: RunPki, profile: SecurityProfile, presenting: string): Promise<Control> {
  const listener = await startListener({
    securityProfile: profile,
    host: '127.0.0.1',
    port: 0,
    path: '/control',
    tls: shownTls(pki, profile, presenting),
    decide: () => ({ accept: true, subprotocol: 'ocpp2.0.1' }),
    onLink: (link) => link.drop(),
    tap: () => {},
  });
  try {
    const result = await connect({
      url: `${listener.url}/control`,
      identity: 'control',
      securityProfile: profile,
      subprotocols: ['ocpp2.0.1'],
      deadlineMs: 5000,
      tap: () => {},
      tls: { roots: [], verify: () => undefined, minVersion: 'TLSv1', ciphers: permissive, client: pki.stations.valid },
    });
    if (!result.ok) return { completed: false, reason: `${result.at}: ${result.reason}` };
    result.link.drop();
    return { completed: true };
  } finally {
    await listener.close();
  }
}
