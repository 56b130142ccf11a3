import type { HttpFacts, SecurityProfile, TlsFacts, UpgradeDecision } from '../transport/types.ts';
import type { CsmsParts } from './parts.ts';
import type { StationRecord } from './station-record.ts';

const refused = (status: number, reason: string): UpgradeDecision => ({ accept: false, status, reason });

/** Whether a connection is let in: identity, security profile (A05.FR.07), credentials (A00.FR.207) or certificate (A00.FR.405), subprotocol. */
export function admit(
  parts: CsmsParts,
  record: StationRecord | undefined,
  profile: SecurityProfile,
  http: HttpFacts,
  tls: TlsFacts | undefined,
): UpgradeDecision {
  if (record === undefined) return refused(404, `no station "${http.identity}" is known here`);
  const { connection } = parts;
  if (!connection.profileAllowed(record, profile))
    return refused(403, `security profile ${profile} is closed for ${record.identity}`);
  if (profile === 3) {
    const fault = connection.clientCertificate(record, tls?.peerCertificate);
    if (fault !== undefined) return refused(403, fault);
  } else {
    const { username, password } = http.authorization ?? {};
    const known = username !== undefined && password !== undefined && connection.basicAuth(record, username, password);
    if (!known) return refused(401, 'user name or password are missing or wrong');
  }
  return connection.subprotocol(http.subprotocols);
}
