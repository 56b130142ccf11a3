import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClientHello } from '../../src/transport/client-hello.ts';

const u16 = (value: number) => [value >> 8, value & 255];
const vector16 = (bytes: number[]) => [...u16(bytes.length), ...bytes];

function hello(extensions: number[] | undefined, suites: number[] = [0xc02b, 0x00ff, 0xfefe]): number[] {
  const body = [
    3,
    3,
    ...Array(32).fill(7),
    0,
    ...vector16(suites.flatMap(u16)),
    1,
    0,
    ...(extensions === undefined ? [] : vector16(extensions)),
  ];
  return [1, 0, ...u16(body.length), ...body];
}
const record = (bytes: number[]) => [22, 3, 1, ...vector16(bytes)];
const versions = [...u16(43), ...vector16([6, 0x0a, 0x0a, 3, 4, 3, 3])];
const serverName = [...u16(0), ...vector16(vector16([0, ...vector16([...Buffer.from('csms.example')])]))];

describe('readClientHello', () => {
  it('names suites, versions and server name', () => {
    expect(readClientHello(Buffer.from(record(hello([...serverName, ...versions]))))).toEqual({
      kind: 'hello',
      facts: {
        offeredSuites: ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV', '0xFEFE'],
        offeredVersions: ['TLSv1.3', 'TLSv1.2'],
        serverName: 'csms.example',
      },
    });
  });

  it('takes the legacy version where there is no extension', () => {
    expect(readClientHello(Buffer.from(record(hello(undefined))))).toMatchObject({
      facts: { offeredVersions: ['TLSv1.2'] },
    });
  });

  it('joins records and waits for what is missing', () => {
    const whole = hello(versions);
    const two = [...record(whole.slice(0, 20)), ...record(whole.slice(20))];
    expect(readClientHello(Buffer.from(two))).toMatchObject({ kind: 'hello' });
    for (let length = 0; length < two.length; length += 1) {
      expect(readClientHello(Buffer.from(two.slice(0, length)))).toEqual({ kind: 'incomplete' });
    }
  });

  it('knows what is no TLS', () => {
    expect(readClientHello(Buffer.from('GET / HTTP/1.1\r\n'))).toEqual({ kind: 'not-tls' });
    expect(readClientHello(Buffer.from([22, 3, 1, 0, 1, 2]))).toEqual({ kind: 'not-tls' });
    expect(readClientHello(Buffer.from(record([1, 255, 255, 255])))).toEqual({ kind: 'not-tls' });
  });

  it('never throws, whatever arrives', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readClientHello(bytes)));
    const good = record(hello([...serverName, ...versions]));
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
        readClientHello(Buffer.from(good.with(at, value)));
      }),
    );
  });
});
