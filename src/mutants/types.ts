import type { ClientDefect } from '../pki/issue/index.ts';

/** One broken requirement (DESIGN.md section 5), or one legal way to behave that a judge may take for a fault. */
export interface Mutant<Parts> {
  readonly name: string;
  readonly role: 'station' | 'csms';
  readonly requirement: string;
  /**
   * Cases that must catch it, and the check that must fail. When the check is a monitor (`monitor/...`), no other check of
   * the case may fail. Of an odd one: cases that must stay green.
   */
  readonly cases: readonly { readonly id: string; readonly check?: string }[];
  /** A case that it must not affect. */
  readonly harmless?: string;
  /** Legal but unusual: `requirement` is what a judge stricter than the text would cite; every case of `cases` stays green. */
  readonly odd?: true;
  /** Station: it is given this certificate at the factory, which no seam can make, instead of its own. */
  readonly clientCertificate?: ClientDefect;
  readonly apply: (parts: Parts) => Parts;
}
