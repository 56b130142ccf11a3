import { describe, expect, it } from 'vitest';
import { checksPage } from '../../src/report/pages/checks.ts';
import { timelinePage } from '../../src/report/pages/timeline.ts';
import { tlsPage } from '../../src/report/pages/tls.ts';
import { failing, failingEvents, hostile } from './sample.ts';

describe('the pages of a case', () => {
  const pages = {
    checks: checksPage(failing),
    timeline: timelinePage(failing.id, failingEvents),
    tls: tlsPage(failing.id, failingEvents) ?? '',
  };

  it.each(Object.entries(pages))('%s: runs no script and asks for nothing', (_name, html) => {
    expect(html).not.toMatch(/<script|<link|<img|src=|href=/);
    expect(html).not.toContain(hostile);
  });

  it('the checks with requirement, level, result, expected and actual', () => {
    for (const words of [
      'K01.FR.03',
      'SHALL',
      'chargingProfile.transactionId = &quot;tx-1&quot;',
      'omitted &lt;script&gt;',
      'monitor/call-order',
    ])
      expect(pages.checks).toContain(words);
  });

  it('the timeline has a row an event', () => {
    expect(pages.timeline.match(/<tr id="event-\d+"/g)).toHaveLength(failingEvents.length);
    expect(pages.timeline).toContain('Given the state is EnergyTransferStarted');
  });

  it('the TLS facts', () => {
    for (const words of ['TLSv1.2', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'CN=csms.example', 'ec 256 bits'])
      expect(pages.tls).toContain(words);
    expect(tlsPage('x', [])).toBeUndefined();
  });
});
