import type { ClientHelloFacts, Refusal, WireTap } from './types.ts';

let latest = 0;

/** One try to connect, either end: it ends in exactly one of `open` and `refused`, whichever comes first. */
export class Attempt {
  /** Unique in this process, over all listeners and clients. */
  readonly number: number;
  readonly tap: WireTap;
  #settled = false;

  constructor(tap: WireTap, endpoint: string, remote: string) {
    latest += 1;
    this.number = latest;
    this.tap = tap;
    tap({ type: 'attempt', attempt: this.number, endpoint, remote });
  }

  get settled(): boolean {
    return this.#settled;
  }

  /** The outcome is `open`; who calls it tells the tap, with the facts of the link. */
  opened(): void {
    this.#settled = true;
  }

  /** Records a refusal; false when the attempt was already over. */
  refuse(refusal: Refusal, hello?: ClientHelloFacts): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    this.tap({ type: 'refused', attempt: this.number, ...refusal, ...(hello === undefined ? {} : { hello }) });
    return true;
  }
}
