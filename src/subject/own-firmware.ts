import { type RunPki, signFirmware } from '../pki/issue/index.ts';

/** A firmware image for the embedded CSMS to offer: real bytes, really signed (L01.FR.04). */
export async function ownFirmware({ firmwareSigners }: RunPki) {
  const content = new TextEncoder().encode(`assay-firmware 2.0.0\n${'firmware '.repeat(455)}`);
  const { key, certificate } = firmwareSigners.valid;
  return [
    {
      name: 'firmware',
      content: Buffer.from(content).toString('base64'),
      signature: await signFirmware(content, key),
      signingCertificate: certificate,
    },
  ];
}
