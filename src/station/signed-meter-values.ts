import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { SampledValueType } from '../ocpp/generated/messages/TransactionEventRequest.ts';
import type { Core } from './core.ts';

const keyOf = (evseId: number) => `meter key ${evseId}`;

/** The meter's own key, made once. */
function meterKey(core: Core, evseId: number): string {
  const stored = core.store.get<string>(keyOf(evseId));
  if (stored !== undefined) return stored;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  core.store.set(keyOf(evseId), pem);
  return pem;
}

/** The readings with the meter's signature over register, time and unit (J02.FR.21), as JSON. */
export function signedValues(
  core: Core,
  evseId: number,
  values: readonly SampledValueType[],
  timestamp: string,
): SampledValueType[] {
  const pem = meterKey(core, evseId);
  const policy = core.variable('OCPPCommCtrlr', 'PublicKeyWithSignedMeterValue') ?? 'Never';
  const publicKey =
    policy === 'Never'
      ? ''
      : createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' }).toString('base64');
  return values.map((reading) => {
    if (reading.measurand?.startsWith('Energy') !== true) return reading;
    const data = Buffer.from(JSON.stringify({ value: reading.value, unit: 'Wh', timestamp, context: reading.context }));
    const signature = sign('sha256', data, pem).toString('base64');
    const signedMeterData = Buffer.from(JSON.stringify({ data: data.toString('base64'), signature })).toString(
      'base64',
    );
    return {
      ...reading,
      signedMeterValue: { signedMeterData, signingMethod: 'ECDSA-secp256r1-SHA256', encodingMethod: 'JSON', publicKey },
    };
  });
}
