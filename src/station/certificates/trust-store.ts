import { type CertificateHashData, certificateHashData, readCertificate, sameHashData } from '../../pki/parse/index.ts';
import type { Store } from '../parts.ts';
import type { Root, RootUse, StationKeyPair } from './types.ts';

const rootsKey = 'root certificates';
const currentKey = 'station certificate';
const previousKey = 'previous station certificate';

const sameCertificate = (a: string, b: string) => readCertificate(a).pem === readCertificate(b).pem;

/** Hash data of an installed root, as M03 reports it. */
export const hashOfRoot = (
  { pem, issuer }: Root,
  algorithm: CertificateHashData['hashAlgorithm'],
): CertificateHashData => certificateHashData(pem, issuer ?? pem, algorithm);

/** Roots and the station's own certificates; persistent. */
export class TrustStore {
  readonly #store: Store;
  readonly #changed: () => void;

  constructor(store: Store, changed: () => void) {
    this.#store = store;
    this.#changed = changed;
  }

  /** What the factory put in, once in the life of the store. */
  provision(roots: readonly Root[], client: StationKeyPair | undefined): void {
    if (this.#store.get(rootsKey) !== undefined) return;
    this.#store.set(rootsKey, roots);
    if (client !== undefined) this.#store.set(currentKey, client);
  }

  get roots(): readonly Root[] {
    return this.#store.get<Root[]>(rootsKey) ?? [];
  }
  get current(): StationKeyPair | undefined {
    return this.#store.get<StationKeyPair>(currentKey);
  }
  get previous(): StationKeyPair | undefined {
    return this.#store.get<StationKeyPair>(previousKey);
  }
  get entries(): number {
    return this.roots.length + (this.current === undefined ? 0 : 1) + (this.previous === undefined ? 0 : 1);
  }

  has(use: RootUse, pem: string): boolean {
    return this.roots.some((root) => root.use === use && sameCertificate(root.pem, pem));
  }

  /** Adds or replaces the same certificate (M05.FR.17). */
  add(root: Root): void {
    const others = this.roots.filter((one) => one.use !== root.use || !sameCertificate(one.pem, root.pem));
    this.#write([...others, root]);
  }

  /** The new root takes the place of `old`, which stays as fallback; older fallbacks go (M05.FR.09, .12). */
  succeed(root: Root, old: Root): void {
    const others = this.roots.filter((one) => one.use !== root.use);
    this.#write([...others, root, { ...old, fallback: true }]);
  }

  /** M05.FR.13 */
  dropFallback(use: RootUse): void {
    const kept = this.roots.filter((one) => one.use !== use || one.fallback !== true);
    if (kept.length < this.roots.length) this.#write(kept);
  }

  findByHash(wanted: CertificateHashData): Root | undefined {
    return this.roots.find((root) => sameHashData(hashOfRoot(root, wanted.hashAlgorithm), wanted));
  }

  remove(root: Root): void {
    this.#write(this.roots.filter((one) => one.use !== root.use || one.pem !== root.pem));
  }

  /** The new certificate is used from now on; the old one is the fallback (errata 2025-09, A02.FR.28). */
  renew(pair: StationKeyPair): void {
    const old = this.current;
    if (old !== undefined) this.#store.set(previousKey, old);
    this.#store.set(currentKey, pair);
    this.#changed();
  }

  /** Keeps only the certificate that a connection came up with (errata 2025-09, A02.FR.10). */
  settle(inUse: 'current' | 'previous'): void {
    const previous = this.previous;
    if (previous === undefined) return;
    if (inUse === 'previous') this.#store.set(currentKey, previous);
    this.#store.delete(previousKey);
    this.#changed();
  }

  #write(roots: readonly Root[]): void {
    this.#store.set(rootsKey, roots);
    this.#changed();
  }
}
