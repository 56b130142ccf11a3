import {
  certificateHashData,
  type HashAlgorithm,
  type OcspCertificateId,
  PkiError,
  readOcspResponse,
  splitPem,
} from '../../pki/parse/index.ts';
import type { Observation } from '../types.ts';
import { type CellRule, firstFault, isRecord, partOf, records } from './context.ts';

const algorithms: readonly HashAlgorithm[] = ['SHA256', 'SHA384', 'SHA512'];

/** Hash data as a message holds it; hexadecimal may be in upper case and, against the text, padded with zeros. */
function idOf(value: unknown): OcspCertificateId | undefined {
  if (!isRecord(value)) return undefined;
  const { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber } = value;
  const algorithm = hashAlgorithm === 'SHA1' ? hashAlgorithm : algorithms.find((each) => each === hashAlgorithm);
  const texts = [issuerNameHash, issuerKeyHash, serialNumber];
  if (algorithm === undefined || !texts.every((each) => typeof each === 'string')) return undefined;
  return {
    hashAlgorithm: algorithm,
    issuerNameHash: String(issuerNameHash).toLowerCase(),
    issuerKeyHash: String(issuerKeyHash).toLowerCase(),
    serialNumber: String(serialNumber)
      .toLowerCase()
      .replace(/^0+(?=.)/, ''),
  };
}

/** The same certificate; a responder may hash with another algorithm, then only the serial number can be compared. */
function same(a: OcspCertificateId, b: OcspCertificateId): boolean {
  if (a.serialNumber !== b.serialNumber) return false;
  if (a.hashAlgorithm !== b.hashAlgorithm) return true;
  return a.issuerNameHash === b.issuerNameHash && a.issuerKeyHash === b.issuerKeyHash;
}

const lastOf = (observations: readonly Observation[] = [], name: string): Observation | undefined =>
  observations.findLast((each) => each.name === name);

/**
 * M06.FR.03, M06.FR.08, M06.FR.09: the answer is the OCSP response, in DER, that calls the certificate good which the last
 * GetCertificateStatusRequest asks about. Its signature is judged as far as it carries the certificate of the responder.
 */
export const ocspResponseForThatCertificate: CellRule = (value, { observations }) => {
  if (typeof value !== 'string' || value === '') return 'M06.FR.03: there is no OCSP response';
  const asked = idOf(lastOf(observations, 'GetCertificateStatusRequest')?.fields['ocspRequestData']);
  if (asked === undefined) throw new Error('the rule needs a GetCertificateStatusRequest in the case before it');
  try {
    const { status, responses, signedByCarried } = readOcspResponse(value);
    const answer = responses.find((each) => same(each, asked));
    const told = responses.map(({ serialNumber }) => serialNumber).join(', ') || 'none';
    return firstFault(
      status !== 'successful' && `M06.FR.03: the OCSP responder says ${status}, which is no certificate status`,
      answer === undefined && `M06.FR.03: it is about serial number ${told}, asked was ${asked.serialNumber}`,
      signedByCarried === false && 'M06.FR.08: none of the certificates in the OCSP response made its signature',
      answer !== undefined && answer.status !== 'good' && `M06.FR.03: the certificate is ${answer.status}, not good`,
    );
  } catch (error) {
    if (error instanceof PkiError) return `M06.FR.08, M06.FR.09: ${error.message}`;
    throw error;
  }
};

/** Hash data of every certificate of a PEM chain whose issuer stands in the chain. */
function idsOfChain(pem: string, algorithm: HashAlgorithm): OcspCertificateId[] {
  const chain = splitPem(pem);
  return chain.slice(0, -1).map((each, i) => certificateHashData(each, chain[i + 1] ?? each, algorithm));
}

/**
 * C07.FR.05: what the CSMS asks an OCSP responder about (a CertID as hash data) is a certificate of the chain that the last
 * AuthorizeRequest gives, as hash data or as PEM.
 */
export const ocspRequestForContractChain: CellRule = (value, { observations }) => {
  const asked = idOf(value);
  if (asked === undefined) return 'C07.FR.05: the OCSP request names no certificate';
  const { iso15118CertificateHashData, certificate } = partOf(lastOf(observations, 'AuthorizeRequest')?.fields);
  const given = records(iso15118CertificateHashData).flatMap((each) => idOf(each) ?? []);
  const algorithm = asked.hashAlgorithm === 'SHA1' ? 'SHA256' : asked.hashAlgorithm;
  try {
    const chain = [...given, ...(typeof certificate === 'string' ? idsOfChain(certificate, algorithm) : [])];
    if (chain.some((each) => same(each, asked))) return undefined;
    const serials = chain.map(({ serialNumber }) => serialNumber).join(', ') || 'none';
    return `C07.FR.05: it asks about serial number ${asked.serialNumber}, the contract chain has ${serials}`;
  } catch (error) {
    // The chain is ours: that it cannot be read is no fault of the CSMS.
    if (error instanceof PkiError) throw new Error(`the contract chain of the AuthorizeRequest: ${error.message}`);
    throw error;
  }
};
