import { hostMatches, keyLengthFault, PkiError, readCertificate, readCsr, verifyChain } from '../../pki/parse/index.ts';
import { type CellRule, firstFault, isRecord, need, type RuleContext } from './context.ts';

interface Facts {
  readonly commonName?: string;
  readonly subjectAltNames: readonly string[];
  readonly serialNumber: string;
  readonly keyType: string;
  readonly keyBits: number;
}

/** Certificate facts of a connection, or a PEM text; a text says why it cannot be read. */
function factsOf(value: unknown): Facts | string {
  const pem = isRecord(value) ? value['pem'] : value;
  if (typeof pem !== 'string') return 'there is no certificate';
  try {
    return readCertificate(pem);
  } catch (error) {
    if (error instanceof PkiError) return `A00.FR.507: ${error.message}`;
    throw error;
  }
}

/** A connection may have shown several certificates: each must obey. */
const each =
  (rule: CellRule): CellRule =>
  (value, context) =>
    Array.isArray(value) ? firstFault(...value.map((one: unknown) => rule(one, context))) : rule(value, context);

/** A00.FR.510: the common name (or a subject alternative name) of the CSMS certificate is the name of the endpoint. */
export const serverCertificateNamesTheCsms: CellRule = each((value, { csmsHost }) => {
  const facts = factsOf(value);
  if (typeof facts === 'string') return facts;
  const host = need(csmsHost, 'csmsHost');
  if (hostMatches(facts, host)) return undefined;
  const names = [facts.commonName ?? 'no common name', ...facts.subjectAltNames].join(', ');
  return `A00.FR.510: the certificate is for ${names}, the endpoint is ${host}`;
});

/** A00.FR.501-503 key length, A00.FR.507 X.509 in PEM, A00.FR.508 serial number. */
export const certificateKeysAreLongEnough: CellRule = each((value) => {
  const facts = factsOf(value);
  if (typeof facts === 'string') return facts;
  const fault = keyLengthFault(facts);
  if (fault !== undefined) return `${fault.requirement}: ${fault.reason}`;
  return /^0*$/.test(facts.serialNumber) ? 'A00.FR.508: the certificate has no serial number' : undefined;
});

/** The serial number that the station tells in its BootNotificationRequest. */
function toldSerialNumber({ observations = [] }: RuleContext): string | undefined {
  const boot = observations.findLast(({ name }) => name === 'BootNotificationRequest');
  const station = boot?.fields['chargingStation'];
  const serial = isRecord(station) ? station['serialNumber'] : undefined;
  return typeof serial === 'string' ? serial : undefined;
}

const looksLikeHost = (name: string): boolean =>
  /^[a-z][a-z+.-]*:\/\//i.test(name) ||
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) ||
  /^[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:]*$/i.test(name);

/**
 * A00.FR.511: the common name is the unique serial number of the station, and neither URL nor IP address. Known serial numbers:
 * configured, told in BootNotification, or the identity; with none of them known any other name passes.
 */
export const clientCertificateNamesThisStation: CellRule = (value, context) => {
  const facts = factsOf(value);
  if (typeof facts === 'string') return facts;
  const { commonName } = facts;
  if (commonName === undefined || commonName === '') return 'A00.FR.511: the certificate has no common name';
  if (looksLikeHost(commonName)) return `A00.FR.511: the common name ${commonName} is a URL or an IP address`;
  // Without a serial number to compare with, the identity is no reason to refuse: the requirement names the serial number.
  const serials = [context.serialNumber, toldSerialNumber(context)].filter((each) => each !== undefined);
  const known = [...serials, context.identity];
  if (serials.length === 0 || known.includes(commonName)) return undefined;
  return `A00.FR.511: the certificate is for ${commonName}, the station is ${[...new Set(known)].join(' or ')}`;
};

const suitePairs = [
  ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'],
  ['TLS_RSA_WITH_AES_128_GCM_SHA256', 'TLS_RSA_WITH_AES_256_GCM_SHA384'],
] as const;

/** A00.FR.319, A00.FR.422: a station offers both ECDHE_ECDSA suites or both RSA suites; more are allowed. */
export const cipherSuitesSuffice: CellRule = (value) => {
  const offered: unknown[] = Array.isArray(value) ? value : [];
  if (suitePairs.some((pair) => pair.every((suite) => offered.includes(suite)))) return undefined;
  return `A00.FR.319, A00.FR.422: neither pair of suites is offered in full (${offered.length === 0 ? 'none known' : offered.join(', ')})`;
};

/** A02.FR.03: a PKCS#10 request in PEM, signed by its own key, of sufficient length (A00.FR.501-503), with a common name. */
export const validCsr: CellRule = (value) => {
  if (typeof value !== 'string') return 'A02.FR.03: there is no CSR';
  try {
    const csr = readCsr(value);
    const short = keyLengthFault(csr);
    return firstFault(
      !csr.signatureValid && 'A02.FR.03: the signature of the CSR does not hold',
      short !== undefined && `${short.requirement}: ${short.reason}`,
      (csr.commonName === undefined || csr.commonName === '') && 'A00.FR.511: the CSR has no common name',
    );
  } catch (error) {
    if (error instanceof PkiError) return `A02.FR.03: ${error.message}`;
    throw error;
  }
};

/**
 * A02.FR.11, A02.FR.07: the leaf of the chain carries the key of the last CSR of the station, and the chain ends under a root of that
 * name. `wallNow` decides on validity.
 */
export const chainAnswersTheCsr =
  (root: string): CellRule =>
  (value, { observations = [], observation, roots, wallNow }) => {
    if (typeof value !== 'string') return 'A02.FR.11: there is no chain';
    const before = observation?.index ?? Number.POSITIVE_INFINITY;
    const request = observations.findLast(({ name, index }) => name === 'SignCertificateRequest' && index < before);
    const csr = request?.fields['csr'];
    if (typeof csr !== 'string') return 'A02.FR.11: the station sent no CSR that could be answered';
    try {
      const { publicKeySha256 } = readCertificate(value);
      const known = need(roots?.[root], `${root} root`);
      return firstFault(
        publicKeySha256 !== readCsr(csr).publicKeySha256 &&
          'A02.FR.07: the certificate is for another key than the CSR',
        verifyChain(value, known, need(wallNow, 'wallNow')),
      );
    } catch (error) {
      if (error instanceof PkiError) return `A02.FR.07: ${error.message}`;
      throw error;
    }
  };

/**
 * M01.FR.01: exiResponse is Base64 (RFC 4648) of an EXI document: the two distinguishing bits 10, with or without the cookie
 * "$EXI" before them (EXI 1.0, section 5.1), at most 5600 characters.
 */
export const base64Exi: CellRule = (value) => {
  if (typeof value !== 'string' || value === '') return 'M01.FR.01: there is no EXI text';
  if (value.length > 5600) return `M01.FR.01: ${value.length} characters, at most 5600`;
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value))
    return 'M01.FR.01: the text is not Base64';
  const bytes = Buffer.from(value, 'base64');
  const header = bytes.subarray(0, 4).toString('latin1') === '$EXI' ? bytes[4] : bytes[0];
  return header !== undefined && header >> 6 === 0b10 ? undefined : 'M01.FR.01: the bytes do not begin an EXI document';
};
