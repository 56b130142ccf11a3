import { certificateHashData, type HashAlgorithm, PkiError } from '../../pki/parse/index.ts';
import { type Change, OutOfReach, type Undo } from './journal.ts';
import { ask, type DevicePort, isRecord, type Payload, readAddresses, records, statusesOf } from './port.ts';

type By<K extends Undo['by']> = Extract<Undo, { by: K }>;

const isPassword = ({ address }: By<'variable'>) =>
  isRecord(address['variable']) && address['variable']['name'] === 'BasicAuthPassword';

async function sent(port: DevicePort, action: string, payload: Payload): Promise<string[]> {
  const outcome = await port.bench.peer.send(action, { ...payload });
  if (outcome.kind === 'closed') throw new OutOfReach('the station is not connected');
  if (outcome.kind === 'timeout') throw new OutOfReach(`${action} was not answered`);
  return statusesOf(outcome);
}

async function undoVariable(port: DevicePort, undo: By<'variable'>): Promise<void> {
  const [status] = await sent(port, 'SetVariables', {
    setVariableData: [{ ...undo.address, attributeValue: undo.value }],
  });
  const secret = isPassword(undo);
  if (status !== 'Accepted' && !secret && (await presentValue(port, undo)) === undo.value) return;
  if (status !== 'Accepted' && status !== 'RebootRequired')
    throw new Error(secret ? `the station answered ${status}` : `cannot be set back to ${undo.value}: ${status}`);
  if (!secret) return;
  port.bench.setPassword(undo.value);
  await comesBack(port);
}

/** A station that connects again by itself with its old password would do so in the middle of the next case: now, and seen. */
async function comesBack({ bench, config }: DevicePort): Promise<void> {
  bench.peer.drop();
  const { connection } = config.deadlines;
  if (!(await bench.connected(connection * 1000)))
    throw new Error(`the station took it, but did not connect with it within ${connection} s`);
}

async function presentValue(port: DevicePort, { address }: By<'variable'>): Promise<unknown> {
  return (await readAddresses(port, [address]))[0]?.['attributeValue'];
}

async function undoByRequest(port: DevicePort, { action, payload, settled }: By<'request'>): Promise<void> {
  const statuses = await sent(port, action, payload);
  const other = statuses.find((status) => !settled.includes(status));
  if (other !== undefined || statuses.length === 0)
    throw new Error(`${action} was answered ${other ?? 'without a status'}`);
}

const fields = ['hashAlgorithm', 'issuerNameHash', 'issuerKeyHash', 'serialNumber'];
/** One installed certificate as a text that is equal for equal ones. */
export function certificateKey(chain: unknown): string {
  if (!isRecord(chain)) return String(chain);
  const data = isRecord(chain['certificateHashData']) ? chain['certificateHashData'] : {};
  return [chain['certificateType'], ...fields.map((field) => String(data[field]).toLowerCase())].join(' ');
}

/** certificateHashDataChain of everything installed; undefined = the station does not tell. */
export async function installedCertificates(port: DevicePort): Promise<Payload[] | undefined> {
  const answer = await ask(port, 'GetInstalledCertificateIds', {});
  return answer === undefined ? undefined : records(answer['certificateHashDataChain']);
}

/** PEM of a certificate of ours with this hash data. */
function ownPem({ bench }: DevicePort, chain: Payload): string | undefined {
  const { csmsRoot, newCsmsRoot, newCsmsRootByOld, firmwareRoot } = bench.assets;
  const data = isRecord(chain['certificateHashData']) ? chain['certificateHashData'] : {};
  const algorithm = (['SHA256', 'SHA384', 'SHA512'] as const).find((name) => name === data['hashAlgorithm']);
  if (algorithm === undefined) return undefined;
  const signed = [
    [csmsRoot, csmsRoot],
    [newCsmsRoot, newCsmsRoot],
    [firmwareRoot, firmwareRoot],
    [newCsmsRootByOld, csmsRoot],
  ] as const;
  return signed.find(
    ([pem, issuer]) => pem !== undefined && keyOf(chain, pem, issuer, algorithm) === certificateKey(chain),
  )?.[0];
}
/** Undefined where we do not have the issuer. */
function keyOf(
  { certificateType }: Payload,
  pem: string,
  issuer: string,
  algorithm: HashAlgorithm,
): string | undefined {
  try {
    return certificateKey({ certificateType, certificateHashData: certificateHashData(pem, issuer, algorithm) });
  } catch (error) {
    if (error instanceof PkiError) return undefined;
    throw error;
  }
}

/** What is missing is installed again where we have it, then what is too much is deleted. */
async function undoCertificates(port: DevicePort, { before }: By<'certificates'>): Promise<void> {
  const now = await installedCertificates(port);
  if (now === undefined) throw new OutOfReach('the installed certificates cannot be listed now');
  const [there, wanted] = [now, before].map((list) => new Set(list.map(certificateKey)));
  const lost: string[] = [];
  for (const chain of before.filter(isRecord).filter((each) => there?.has(certificateKey(each)) === false)) {
    const pem = ownPem(port, chain);
    const status =
      pem === undefined
        ? 'not ours to install'
        : (await sent(port, 'InstallCertificate', { certificateType: chain['certificateType'], certificate: pem }))[0];
    if (status !== 'Accepted') lost.push(`${nameOf(chain)} is gone: ${status}`);
  }
  for (const chain of now.filter((each) => wanted?.has(certificateKey(each)) === false)) {
    const [status] = await sent(port, 'DeleteCertificate', { certificateHashData: chain['certificateHashData'] });
    if (status !== 'Accepted' && status !== 'NotFound') lost.push(`${nameOf(chain)} is still there: ${status}`);
  }
  if (lost.length > 0) throw new Error(lost.join('; '));
}

const nameOf = (chain: Payload): string => {
  const data = isRecord(chain['certificateHashData']) ? chain['certificateHashData'] : {};
  return `${String(chain['certificateType'])} with serial number ${String(data['serialNumber'])}`;
};

async function undoByRig({ bench }: DevicePort, { act }: By<'rig'>): Promise<void> {
  const { outcome, reason } = await bench.rig.perform(act);
  if (outcome !== 'done' && outcome !== 'no-effect') throw new Error(`${outcome}: ${reason ?? 'no reason given'}`);
}

/** Puts one change back; rejects with why it could not, OutOfReach when it may be possible later. */
export async function undoChange(port: DevicePort, { undo }: Change): Promise<void> {
  if (undo.by === 'nothing') throw new Error(undo.why);
  if (undo.by === 'rig') return undoByRig(port, undo);
  if (undo.by === 'variable') return undoVariable(port, undo);
  return undo.by === 'request' ? undoByRequest(port, undo) : undoCertificates(port, undo);
}
