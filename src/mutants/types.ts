/** One broken requirement (DESIGN.md section 5). */
export interface Mutant<Parts> {
  readonly name: string;
  readonly role: 'station' | 'csms';
  readonly requirement: string;
  /** Cases that must catch it, and the check that must fail where it is known. */
  readonly cases: readonly { readonly id: string; readonly check?: string }[];
  /** A case that it must not affect. */
  readonly harmless?: string;
  readonly apply: (parts: Parts) => Parts;
}
