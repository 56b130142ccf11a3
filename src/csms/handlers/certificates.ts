import type { CsmsHandlers } from '../parts.ts';
import type { HandlerContext } from './context.ts';

const rejected = (reason: string) => ({
  status: 'Rejected' as const,
  statusInfo: { reasonCode: 'InvalidCSR', additionalInfo: reason.slice(0, 512) },
});

/** A02, A03, M01, M02, M06. */
export function certificateHandlers(context: HandlerContext): CsmsHandlers {
  return {
    SignCertificate: async ({ csr, certificateType = 'ChargingStationCertificate' }, { record, afterwards, send }) => {
      const refusal = await context.parts.certificates.csrRefusal(record, csr);
      if (refusal !== undefined) return rejected(refusal);
      record.csr = { pem: csr, use: certificateType };
      let certificateChain: string;
      try {
        certificateChain = await context.parts.certificates.sign(record, csr, certificateType);
      } catch (error) {
        return rejected(error instanceof Error ? error.message : String(error));
      }
      afterwards(() => send('CertificateSigned', { certificateChain, certificateType }));
      return { status: 'Accepted' };
    },
    // No contract certificate pool stands behind this CSMS, and it asks no OCSP responder: it says so (M06.FR.04).
    Get15118EVCertificate: () => ({ status: 'Failed', exiResponse: '' }),
    GetCertificateStatus: () => ({ status: 'Failed' }),
  };
}
