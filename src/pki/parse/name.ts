import { type Der, expectTag, readAll, readOid, tags } from './der.ts';

/** A distinguished name as people write it, and the two parts OCPP speaks of. */
export interface DistinguishedName {
  /** `CN=..., O=...` in the order of the certificate. */
  readonly text: string;
  readonly commonName?: string;
  readonly organization?: string;
}

const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

const bmpString = 0x1e;
const universalString = 0x1c;
const utf8String = 0x0c;

function readText({ tag, content }: Der): string {
  if (tag === utf8String) return new TextDecoder().decode(content);
  if (tag === bmpString || tag === universalString) {
    const width = tag === bmpString ? 2 : 4;
    let text = '';
    for (let i = 0; i + width <= content.length; i += width) {
      text += String.fromCodePoint(Buffer.from(content.subarray(i, i + width)).readUIntBE(0, width) % 0x110000);
    }
    return text;
  }
  return Buffer.from(content).toString('latin1');
}

/** Reads a Name (RFC 5280, 4.1.2.4). Of several common names the last, most specific one counts (RFC 2818, 3.1). */
export function readName(name: Der, what: string): DistinguishedName {
  const parts: string[] = [];
  const last: Record<string, string> = {};
  for (const rdn of readAll(expectTag(name, tags.sequence, what).content, what)) {
    for (const pair of readAll(expectTag(rdn, tags.set, what).content, what)) {
      const [type, value] = readAll(expectTag(pair, tags.sequence, what).content, what);
      const oid = readOid(type, what);
      const key = shortNames[oid] ?? oid;
      const text = value === undefined ? '' : readText(value);
      parts.push(`${key}=${text.replace(/[,+"\\<>;=]/g, '\\$&')}`);
      last[key] = text;
    }
  }
  return {
    text: parts.join(', '),
    ...(last.CN === undefined ? {} : { commonName: last.CN }),
    ...(last.O === undefined ? {} : { organization: last.O }),
  };
}
