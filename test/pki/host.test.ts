import { describe, expect, it } from 'vitest';
import { wildcardOf } from '../../src/pki/issue/index.ts';
import { hostMatches } from '../../src/pki/parse/index.ts';

const named = (commonName: string | undefined, ...subjectAltNames: string[]) => ({
  ...(commonName === undefined ? {} : { commonName }),
  subjectAltNames,
});

describe('hostMatches', () => {
  it.each([
    ['the common name', named('csms.example.com'), 'csms.example.com'],
    ['in any case', named('CSMS.Example.com'), 'csms.example.COM'],
    ['with a final dot', named('csms.example.com'), 'csms.example.com.'],
    ['an alternative name', named('csms.example.com', 'DNS:csms.example.com', 'DNS:csms.vpn'), 'csms.vpn'],
    ['the common name beside other alternative names', named('csms.example.com', 'DNS:csms.vpn'), 'csms.example.com'],
    ['an IPv4 address', named('csms', 'IP Address:192.0.2.7'), '192.0.2.7'],
    ['an IPv6 address however spelled', named('csms', 'IP Address:2001:DB8:0:0:0:0:0:7'), '[2001:db8::7]'],
  ])('accepts %s', (_, certificate, host) => {
    expect(hostMatches(certificate, host)).toBe(true);
  });

  it.each([
    ['another name', named('other-host.invalid', 'DNS:other-host.invalid'), 'csms.example.com'],
    ['a name that only begins so', named('csms.example.com.evil.example'), 'csms.example.com'],
    ['a name that only ends so', named('evilcsms.example.com'), 'csms.example.com'],
    ['no name at all', named(undefined), 'csms.example.com'],
    ['an empty common name', named(''), ''],
    ['an address written as a DNS name', named('csms', 'DNS:192.0.2.7'), '192.0.2.7'],
    ['a name of another kind', named('csms', 'URI:csms.example.com', 'email:csms.example.com'), 'csms.example.com'],
    ['a zero byte in the name', named('csms.example.com\0.evil.example'), 'csms.example.com'],
  ])('refuses %s', (_, certificate, host) => {
    expect(hostMatches(certificate, host, { allowWildcard: true })).toBe(false);
  });

  it.each([
    ['*.example.com', 'csms.example.com', true],
    ['c*s.example.com', 'csms.example.com', true],
    ['l*', 'localhost', true],
    ['*.example.com', 'a.b.example.com', false],
    ['*.example.com', 'example.com', false],
    ['csms.*.com', 'csms.example.com', false],
    ['*.*.com', 'csms.example.com', false],
    ['**.example.com', 'csms.example.com', false],
    ['*.0.2.7', '192.0.2.7', false],
  ])('wildcard %s for %s: %s, and never unless allowed', (pattern, host, matches) => {
    for (const certificate of [named(pattern), named('x', `DNS:${pattern}`)]) {
      expect(hostMatches(certificate, host, { allowWildcard: true })).toBe(matches);
      expect(hostMatches(certificate, host)).toBe(false);
    }
  });

  it.each(['localhost', 'csms.example.com', 'a.b'])('the wildcard made for %s matches it', (host) => {
    expect(hostMatches(named(wildcardOf(host)), host, { allowWildcard: true })).toBe(true);
    expect(hostMatches(named(wildcardOf(host)), host)).toBe(false);
  });
});
