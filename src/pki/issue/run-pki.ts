import { isIP } from 'node:net';
import { rootAuthority } from './authority.ts';
import type { Authority, Issued } from './certificate.ts';
import type { ClientDefect, FirmwareSignerDefect, ServerDefect } from './defects.ts';
import { IssueError } from './errors.ts';
import { sortServerNames } from './host-names.ts';
import { digestOf, type Entries, keep, readKept } from './keep.ts';
import type { KeyType } from './key.ts';
import { makeEntries, namesOf, rootFiles } from './run-entries.ts';

/** Names of server certificates in the vocabulary; `old root` is the root of `valid`. */
export type ServerCertificateName = 'valid' | 'old root' | 'new root' | ServerDefect;

export interface RunPkiRequest {
  /** Where it is kept and found again; left out, it lives in memory only. */
  readonly folder?: string;
  /** Where roots are kept that it shares with the PKIs of other subjects; left out, those of `folder`. */
  readonly rootsFolder?: string;
  /** Host names and addresses of our servers; the first host name is the common name. */
  readonly serverNames: readonly string[];
  /** Serial number of the station: the common name of its certificate (A00.FR.511). */
  readonly stationIdentity: string;
  /** Name of the charging station operator (A00.FR.404, 509). */
  readonly organization: string;
  /** Also makes RSA roots and RSA server certificates, for the TLS_RSA suites. */
  readonly includeRsa: boolean;
  /** Wall time, epoch ms; default now. */
  readonly at?: number;
}

/** One authority per key type; `RSA` only when asked for. */
export interface AuthorityPair {
  readonly EC: Authority;
  readonly RSA?: Authority;
}

export interface RunPki {
  readonly folder?: string;
  /** Whether it was found in the folder instead of made. */
  readonly kept: boolean;
  /** The charging station operator's root: issuer of the CSMS and station certificates. */
  readonly csms: AuthorityPair;
  /** A second root of the operator, installed by nobody yet. */
  readonly newCsms: AuthorityPair;
  readonly manufacturer: Authority;
  readonly v2g: Authority;
  readonly mo: Authority;
  /** EC first, then RSA when asked for. Every certificate of one key type has the same key: only the defect differs. */
  readonly servers: Readonly<Record<ServerCertificateName, readonly Issued[]>>;
  /** EC certificates of the station, all with one key. */
  readonly stations: Readonly<Record<'valid' | ClientDefect, Issued>>;
  /** RSA certificates of the firmware signer, all with one key. */
  readonly firmwareSigners: Readonly<Record<'valid' | FirmwareSignerDefect, Issued>>;
}

function checkIdentity(identity: string): void {
  if (identity === '' || isIP(identity) !== 0 || /:\/\//.test(identity)) {
    throw new IssueError(
      `station certificate: "${identity}" must be a serial number, not empty, a URL or an address (A00.FR.511)`,
    );
  }
}

function assemble(entries: Entries, keyTypes: readonly KeyType[]): Omit<RunPki, 'kept' | 'folder'> {
  const entry = (name: string): Issued => {
    const found = entries[name];
    if (found === undefined) throw new IssueError(`PKI lacks ${name}: remove its folder, it is made anew`);
    return found;
  };
  const pair = (name: 'csms-root' | 'csms-new-root'): AuthorityPair => ({
    EC: rootAuthority(entry(`${name}-ec`), 'EC'),
    ...(keyTypes.includes('RSA') ? { RSA: rootAuthority(entry(`${name}-rsa`), 'RSA') } : {}),
  });
  const servers = (name: 'valid' | 'new root' | ServerDefect) =>
    keyTypes.map((keyType) => entry(namesOf.server(name, keyType)));
  const station = (name: 'valid' | ClientDefect) => entry(namesOf.station(name));
  const signer = (name: 'valid' | FirmwareSignerDefect) => entry(namesOf.firmwareSigner(name));
  return {
    csms: pair('csms-root'),
    newCsms: pair('csms-new-root'),
    manufacturer: rootAuthority(entry('manufacturer-root'), 'EC'),
    v2g: rootAuthority(entry('v2g-root'), 'EC'),
    mo: rootAuthority(entry('mo-root'), 'EC'),
    servers: {
      valid: servers('valid'),
      'old root': servers('valid'),
      'new root': servers('new root'),
      expired: servers('expired'),
      'not yet valid': servers('not yet valid'),
      'unknown root': servers('unknown root'),
      'other host name': servers('other host name'),
      'wildcard host name': servers('wildcard host name'),
    },
    stations: {
      valid: station('valid'),
      'unknown CA': station('unknown CA'),
      expired: station('expired'),
      'certificate of another station': station('certificate of another station'),
    },
    firmwareSigners: { valid: signer('valid'), 'unknown root': signer('unknown root'), expired: signer('expired') },
  };
}

/** Are these the shared roots, where there are any? */
const haveRoots = (entries: Entries, shared: Entries = {}): boolean =>
  Object.entries(shared).every(([name, { certificate }]) => entries[name]?.certificate === certificate);

/** Whether a folder holds the roots of a PKI, with RSA. */
export async function keepsRoots(folder: string): Promise<boolean> {
  return (await readKept(folder, undefined, rootFiles(['EC', 'RSA']), Date.now())) !== undefined;
}

/**
 * The PKI of a run: made, or taken from `folder` when that holds one made for the same request within the last half year. For
 * another identity, host name or organization only the leaves are made anew: the roots stay, devices may trust them already.
 * Throws IssueError (one line) on a request that cannot be met or a folder that cannot be written.
 */
export async function createRunPki(request: RunPkiRequest): Promise<RunPki> {
  const { folder, rootsFolder, stationIdentity, organization, includeRsa, at = Date.now() } = request;
  checkIdentity(stationIdentity);
  const names = sortServerNames(request.serverNames);
  const keyTypes: readonly KeyType[] = includeRsa ? ['EC', 'RSA'] : ['EC'];
  const inputs = { format: 1, names, stationIdentity, organization, keyTypes };
  const digest = digestOf(inputs);
  const shared =
    rootsFolder === undefined ? undefined : await readKept(rootsFolder, undefined, rootFiles(keyTypes), at);
  const kept = folder === undefined ? undefined : await readKept(folder, digest, namesOf.all(keyTypes), at);
  const found = kept !== undefined && haveRoots(kept, shared) ? kept : undefined;
  const wanted = { names, stationIdentity, organization, keyTypes, at };
  const roots =
    folder === undefined || found !== undefined
      ? undefined
      : (shared ?? (await readKept(folder, undefined, rootFiles(keyTypes), at)));
  const entries = found ?? (await makeEntries({ ...wanted, ...(roots === undefined ? {} : { roots }) }));
  if (folder !== undefined && found === undefined) await keep(folder, digest, entries, at);
  return { ...(folder === undefined ? {} : { folder }), kept: found !== undefined, ...assemble(entries, keyTypes) };
}
