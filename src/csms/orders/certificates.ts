import { defined } from '../payload.ts';
import type { Composer } from './context.ts';
import { readCertificate } from './read.ts';

const roots = [
  'V2GRootCertificate',
  'MORootCertificate',
  'CSMSRootCertificate',
  'ManufacturerRootCertificate',
] as const;
const reported = [
  'V2GRootCertificate',
  'MORootCertificate',
  'CSMSRootCertificate',
  'V2GCertificateChain',
  'ManufacturerRootCertificate',
] as const;

/** M05. */
export const installCertificate: Composer<'InstallCertificate'> = (context, words) => [
  {
    certificateType: words.oneOf('certificate type', roots) ?? 'CSMSRootCertificate',
    certificate: readCertificate(context, words).pem,
  },
];

/** M03; no words = every type. */
export const getInstalledCertificateIds: Composer<'GetInstalledCertificateIds'> = (_context, words) => {
  const types = words.all('certificate type').map((text) => words.pick('certificate type', text, reported));
  return [defined({ certificateType: types.length === 0 ? undefined : types })];
};

/** M04, in the algorithm the station reported (M04.FR.07). */
export const deleteCertificate: Composer<'DeleteCertificate'> = async (context, words) => {
  const certificate = readCertificate(context, words);
  return [{ certificateHashData: await context.parts.certificates.hashData(context.record, certificate) }];
};

/** A02: follows a SignCertificateRequest by itself; on order it sends the last one's chain again. */
export const certificateSigned: Composer<'CertificateSigned'> = async ({ record, parts }, words) => {
  const { csr } = record;
  if (csr === undefined) throw words.impossible(`${record.identity} sent no certificate signing request`);
  return [{ certificateChain: await parts.certificates.sign(record, csr.pem, csr.use), certificateType: csr.use }];
};
