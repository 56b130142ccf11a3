import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issued } from './certificate.ts';
import { IssueError } from './errors.ts';
import { reusableFor } from './validity.ts';

/** Everything of a PKI by file name without ending: `<name>.pem` and `<name>.key`. */
export type Entries = Readonly<Record<string, Issued>>;

interface Manifest {
  readonly digest: string; // of what was asked for
  readonly madeAt: number; // epoch ms
  readonly files: Readonly<Record<string, string>>; // file -> SHA-256
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const digestOf = (inputs: unknown): string => sha256(JSON.stringify(inputs));

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'digest' in value &&
    typeof value.digest === 'string' &&
    'madeAt' in value &&
    typeof value.madeAt === 'number' &&
    'files' in value &&
    typeof value.files === 'object' &&
    value.files !== null
  );
}

/**
 * The kept PKI, or undefined when it is missing, was asked for differently, is too old, or a file was changed. Without a digest
 * it does not matter what it was made for: roots outlive another identity or host name.
 */
export async function readKept(
  folder: string,
  digest: string | undefined,
  names: readonly string[],
  at: number,
): Promise<Entries | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    if (!isManifest(manifest)) return undefined;
    const stale = Math.abs(at - manifest.madeAt) > reusableFor;
    if (digest !== undefined && (manifest.digest !== digest || stale)) return undefined;
    const text = async (file: string) => {
      const content = await readFile(join(folder, file), 'utf8');
      return sha256(content) === manifest.files[file] ? content : undefined;
    };
    const entries: Record<string, Issued> = {};
    for (const name of names) {
      const [certificate, key] = await Promise.all([text(`${name}.pem`), text(`${name}.key`)]);
      if (certificate === undefined || key === undefined) return undefined;
      entries[name] = { certificate, key };
    }
    return entries;
  } catch {
    return undefined; // missing or torn: it is made anew
  }
}

/** Writes a file of the folder, whole or not at all. */
export async function put(folder: string, file: string, text: string, mode = 0o644): Promise<void> {
  const half = join(folder, `.${file}.${process.pid}`);
  await writeFile(half, text, { mode });
  await rename(half, join(folder, file));
}

/** Keeps a PKI. The manifest is written last, so a half-written folder is never taken for a whole one. */
export async function keep(folder: string, digest: string, entries: Entries, at: number): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const files: Record<string, string> = {};
    for (const [name, { certificate, key }] of Object.entries(entries)) {
      await Promise.all([put(folder, `${name}.pem`, certificate), put(folder, `${name}.key`, key, 0o600)]);
      files[`${name}.pem`] = sha256(certificate);
      files[`${name}.key`] = sha256(key);
    }
    const manifest: Manifest = { digest, madeAt: at, files };
    await put(folder, 'manifest.json', `${JSON.stringify(manifest, undefined, 2)}\n`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new IssueError(`PKI folder ${folder} cannot be written: ${why}; choose another folder or allow writing`);
  }
}
