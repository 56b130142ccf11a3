import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crossSign } from './authority.ts';
import { put } from './keep.ts';
import type { RunPki } from './run-pki.ts';
import { reusableFor } from './validity.ts';

/** Is this the key and name of the new root under the signature of the old one, and good for a run at `at`? */
function fits(pem: string, { csms, newCsms }: RunPki, at: number): boolean {
  const [kept, old, wanted] = [pem, csms.EC.certificate, newCsms.EC.certificate].map(
    (text) => new X509Certificate(text),
  );
  if (kept === undefined || old === undefined || wanted === undefined) return false;
  const lasts = Date.parse(kept.validFrom) < at - reusableFor && Date.parse(kept.validTo) > at + reusableFor;
  return (
    lasts && kept.subject === wanted.subject && kept.publicKey.equals(wanted.publicKey) && kept.verify(old.publicKey)
  );
}

/**
 * The new CSMS root as the old one signs it (M05.FR.09), PEM. Kept beside the PKI it belongs to, for signing loads a library
 * that a run with a kept PKI needs for nothing else; made anew when it is missing or does not fit.
 */
export async function crossSignedRoot(pki: RunPki, at: number): Promise<string> {
  const { folder, newCsms, csms } = pki;
  if (folder === undefined) return crossSign(newCsms.EC, csms.EC, at);
  const file = 'csms-new-root-by-old.pem';
  try {
    const kept = await readFile(join(folder, file), 'utf8');
    if (fits(kept, pki, at)) return kept;
  } catch {
    // missing or torn: it is made anew
  }
  const made = await crossSign(newCsms.EC, csms.EC, at);
  await put(folder, file, made).catch(() => undefined); // it only saves time: a folder that cannot be written is no obstacle
  return made;
}
