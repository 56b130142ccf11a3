import type { Requests, Responses } from '../../ocpp/index.ts';
import { createCsr } from '../../pki/issue/index.ts';
import type { StationContext } from '../parts.ts';
import type { TrustStore } from './trust-store.ts';
import type { OpenRequest } from './types.ts';

const openKey = 'open certificate request';

export interface SigningParts {
  readonly context: StationContext;
  readonly trust: TrustStore;
  /** Unique serial number of the station (A00.FR.511). */
  readonly commonName: string;
  readonly keyType: 'EC' | 'RSA';
  /** After the answer: time to connect with the new certificate (A02.FR.08). */
  readonly renewed: () => void;
}

/** A02, A03: asks for a certificate, asks again with growing patience, takes the one that comes. */
export function createSigning({ context, trust, commonName, keyType, renewed }: SigningParts) {
  let cancelRepeat = () => {};
  let attempt = 0;

  const open = () => context.store.get<OpenRequest>(openKey);
  const seconds = (variable: string, fallback: number) =>
    Number(context.variable('SecurityCtrlr', variable) ?? fallback);

  /** A02.FR.17-19: `repeat` counts the re-sends so far; the waiting time doubles with each. */
  async function send(csr: string, repeat: number, born: number): Promise<void> {
    const request: Requests['SignCertificate'] = { csr, certificateType: 'ChargingStationCertificate' };
    const outcome = await context.send('SignCertificate', request);
    if (born !== attempt || open()?.csr !== csr) return;
    const accepted = outcome.kind === 'result' && outcome.payload['status'] === 'Accepted';
    if (!accepted || repeat >= seconds('CertSigningRepeatTimes', 0)) return;
    const wait = seconds('CertSigningWaitMinimum', 30) * 2 ** repeat * 1000;
    cancelRepeat = context.clock.after(wait, () => void send(csr, repeat + 1, born));
  }

  function stop(): void {
    attempt += 1;
    cancelRepeat();
  }

  /** New key, new CSR (A02.FR.02, .03). */
  async function request(): Promise<void> {
    stop();
    const born = attempt;
    const organization = context.variable('SecurityCtrlr', 'OrganizationName') ?? '';
    const made = await createCsr({ commonName, organization, keyType });
    if (born !== attempt) return;
    context.store.set(openKey, made);
    await send(made.csr, 0, born);
  }

  function refuse(reason: string): Responses['CertificateSigned'] {
    stop(); // A02.FR.20
    context.securityEvent('InvalidChargingStationCertificate', reason.slice(0, 255)); // A02.FR.07
    return {
      status: 'Rejected',
      statusInfo: { reasonCode: 'InvalidCertificate', additionalInfo: reason.slice(0, 512) },
    };
  }

  function certificateSigned(request: Requests['CertificateSigned']): Responses['CertificateSigned'] {
    const { certificateChain, certificateType = 'ChargingStationCertificate' } = request;
    if (certificateType !== 'ChargingStationCertificate')
      return { status: 'Rejected', statusInfo: { reasonCode: 'UnsupportedParam', additionalInfo: certificateType } };
    if (certificateChain.length > seconds('MaxCertificateChainSize', 10_000))
      return { status: 'Rejected', statusInfo: { reasonCode: 'TooLargeElement' } }; // A02.FR.16
    const pending = open();
    const reason = context.parts.certificates.stationCertificate(certificateChain, pending?.csr);
    if (reason !== undefined) return refuse(reason);
    if (pending === undefined) return refuse('no CSR is open');
    stop();
    context.store.delete(openKey);
    trust.renew({ key: pending.key, certificate: certificateChain });
    context.clock.after(0, renewed);
    return { status: 'Accepted' };
  }

  return {
    certificateSigned,
    open,
    /** Begins on the next turn, after the answer to whatever asked for it. */
    requestNew(): void {
      context.clock.after(0, () => {
        request().catch((error: unknown) => context.log(`certificates: no CSR could be made: ${String(error)}`));
      });
    },
    stop,
  };
}
