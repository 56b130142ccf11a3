import type { TimelineEvent, WireTimelineEvent } from '../../timeline/events.ts';
import { isRecord } from '../diagram/fields.ts';
import { escaped } from '../markup.ts';
import { page, table } from './page.ts';

function certificate(value: unknown): string {
  if (!isRecord(value)) return 'none';
  const parts = [
    value['subject'],
    `issued by ${String(value['issuer'])}`,
    `serial ${String(value['serialNumber'])}`,
    `${String(value['validFrom'])} to ${String(value['validTo'])}`,
    `${String(value['keyType'])} ${String(value['keyBits'])} bits`,
  ];
  const names = value['subjectAltNames'];
  if (Array.isArray(names) && names.length > 0) parts.push(`names ${names.join(', ')}`);
  return parts.map((part) => escaped(String(part))).join('<br>');
}

const joined = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('\n') : '');

function row({ attempt, sequence, facts }: WireTimelineEvent): string {
  const tls = isRecord(facts['tls']) ? facts['tls'] : facts;
  const trust = tls['authorized'] === true ? 'yes' : `no: ${String(tls['authorizationError'] ?? 'no reason given')}`;
  const chain = Array.isArray(tls['peerChain']) ? tls['peerChain'].length : 0;
  const cells = [
    `<td class="n">${attempt}</td><td class="n">${sequence}</td>`,
    `<td>${escaped(String(tls['version'] ?? ''))}</td><td>${escaped(String(tls['suite'] ?? ''))}</td>`,
    `<td>${certificate(tls['peerCertificate'])}<br>chain of ${chain}</td><td>${escaped(trust)}</td>`,
    `<td><pre>${escaped(joined(tls['offeredVersions']))}</pre></td><td><pre>${escaped(joined(tls['offeredSuites']))}</pre></td>`,
    `<td>${escaped(String(tls['serverName'] ?? ''))}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}

/** What was negotiated on every TLS connection of a case, as a page; undefined when there was none. */
export function tlsPage(id: string, events: readonly TimelineEvent[]): string | undefined {
  const handshakes = events.flatMap((event) => (event.type === 'connection' && event.what === 'tls' ? [event] : []));
  if (handshakes.length === 0) return undefined;
  const heads = [
    'Attempt',
    'Event',
    'Version',
    'Suite',
    'Peer certificate',
    'Trusted',
    'Offered versions',
    'Offered suites',
    'Server name',
  ];
  return page(`${id} TLS facts`, table(heads, handshakes.map(row)));
}
