import { createAuthority, rootAuthority } from './authority.ts';
import type { Authority, Issued } from './certificate.ts';
import {
  type ClientDefect,
  clientDefects,
  type FirmwareSignerDefect,
  firmwareSignerDefects,
  type ServerDefect,
  serverDefects,
} from './defects.ts';
import type { Entries } from './keep.ts';
import { generateKey, type KeyType } from './key.ts';
import { issueClient, issueFirmwareSigner, issueServer } from './leaf.ts';

export interface EntriesRequest {
  readonly names: {
    readonly commonName: string;
    readonly dnsNames: readonly string[];
    readonly ipAddresses: readonly string[];
  };
  readonly stationIdentity: string;
  readonly organization: string;
  readonly keyTypes: readonly KeyType[];
  readonly at: number;
  /** Roots made before, which devices may trust already: they stay. */
  readonly roots?: Entries;
}

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/** File names of a run's PKI, without ending (certs/recipe.json). */
export const namesOf = {
  root: (name: 'csms-root' | 'csms-new-root', keyType: KeyType) => `${name}-${slug(keyType)}`,
  server: (name: 'valid' | 'new root' | ServerDefect, keyType: KeyType) => `server-${slug(name)}-${slug(keyType)}`,
  station: (name: 'valid' | ClientDefect) => `station-${slug(name)}`,
  firmwareSigner: (name: 'valid' | FirmwareSignerDefect) => `firmware-signer-${slug(name)}`,
  all: (keyTypes: readonly KeyType[]): string[] => [
    ...keyTypes.flatMap((keyType) => [
      namesOf.root('csms-root', keyType),
      namesOf.root('csms-new-root', keyType),
      ...(['valid', 'new root', ...serverDefects] as const).map((name) => namesOf.server(name, keyType)),
    ]),
    'manufacturer-root',
    'v2g-root',
    'mo-root',
    ...(['valid', ...clientDefects] as const).map(namesOf.station),
    ...(['valid', ...firmwareSignerDefects] as const).map(namesOf.firmwareSigner),
  ],
};

/** A root by its file name: the kept one, or a new one. */
async function rootOf(
  { roots, at }: EntriesRequest,
  file: string,
  name: string,
  keyType: KeyType,
  organization?: string,
) {
  const kept = roots?.[file];
  if (kept !== undefined) return rootAuthority(kept, keyType);
  return createAuthority({ name, keyType, at, ...(organization === undefined ? {} : { organization }) });
}

/** Files of the roots, without ending. */
export const rootFiles = (keyTypes: readonly KeyType[]): string[] => [
  ...keyTypes.flatMap((keyType) => [namesOf.root('csms-root', keyType), namesOf.root('csms-new-root', keyType)]),
  'manufacturer-root',
  'v2g-root',
  'mo-root',
];

/** Operator roots and server certificates of one key type. */
async function operatorEntries(request: EntriesRequest, keyType: KeyType): Promise<Record<string, Issued>> {
  const { names, organization, at } = request;
  const [root, newRoot, key] = await Promise.all([
    rootOf(request, namesOf.root('csms-root', keyType), `Assay CSMS Root ${keyType}`, keyType, organization),
    rootOf(request, namesOf.root('csms-new-root', keyType), `Assay new CSMS Root ${keyType}`, keyType, organization),
    generateKey(keyType),
  ]);
  const server = { ...names, organization, keyType, at, key };
  const entries: Record<string, Issued> = {
    [namesOf.root('csms-root', keyType)]: root,
    [namesOf.root('csms-new-root', keyType)]: newRoot,
    [namesOf.server('valid', keyType)]: await issueServer({ ...server, authority: root }),
    [namesOf.server('new root', keyType)]: await issueServer({ ...server, authority: newRoot }),
  };
  for (const defect of serverDefects) {
    entries[namesOf.server(defect, keyType)] = await issueServer({ ...server, authority: root, defect });
  }
  // The station of a run shows an EC certificate.
  return keyType === 'EC' ? { ...entries, ...(await stationEntries(request, root)) } : entries;
}

async function stationEntries(request: EntriesRequest, authority: Authority): Promise<Record<string, Issued>> {
  const { stationIdentity, organization, at } = request;
  const key = await generateKey('EC');
  const station = { authority, commonName: stationIdentity, organization, keyType: 'EC' as const, at, key };
  const entries: Record<string, Issued> = { [namesOf.station('valid')]: await issueClient(station) };
  for (const defect of clientDefects) entries[namesOf.station(defect)] = await issueClient({ ...station, defect });
  return entries;
}

async function firmwareEntries(request: EntriesRequest): Promise<Record<string, Issued>> {
  const { at } = request;
  const organization = 'Assay Manufacturer';
  const [authority, key] = await Promise.all([
    rootOf(request, 'manufacturer-root', 'Assay Manufacturer Root', 'EC', organization),
    generateKey('RSA'),
  ]);
  const signer = { authority, commonName: 'Assay Firmware Signing', organization, at, key };
  const entries: Record<string, Issued> = {
    'manufacturer-root': authority,
    [namesOf.firmwareSigner('valid')]: await issueFirmwareSigner(signer),
  };
  for (const defect of firmwareSignerDefects) {
    entries[namesOf.firmwareSigner(defect)] = await issueFirmwareSigner({ ...signer, defect });
  }
  return entries;
}

/** Makes every certificate and key of a run. */
export async function makeEntries(request: EntriesRequest): Promise<Entries> {
  const { keyTypes } = request;
  const [ec, rsa, firmware, v2g, mo] = await Promise.all([
    operatorEntries(request, 'EC'),
    keyTypes.includes('RSA') ? operatorEntries(request, 'RSA') : {},
    firmwareEntries(request),
    rootOf(request, 'v2g-root', 'Assay V2G Root', 'EC'),
    rootOf(request, 'mo-root', 'Assay MO Root', 'EC'),
  ]);
  return { ...ec, ...rsa, ...firmware, 'v2g-root': v2g, 'mo-root': mo };
}
