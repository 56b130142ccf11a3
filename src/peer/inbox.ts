import type { Observation } from '../check/types.ts';

/** Everything the case has seen, in order, and what of it sentences have used up. Never judges. */
export class Inbox {
  readonly #observations: Observation[] = [];
  readonly #consumed = new Set<number>();
  readonly #aside = new Set<number>();
  readonly #listeners = new Set<() => void>();

  add(observation: Observation): void {
    this.#observations[observation.index] = observation;
    for (const listener of [...this.#listeners]) listener();
  }
  get all(): readonly Observation[] {
    return this.#observations;
  }
  /** Index after the newest observation: a mark set here sees only what comes later. */
  get end(): number {
    return this.#observations.length;
  }
  /** Unconsumed observations from the mark on. */
  since(mark: number): Observation[] {
    return this.#observations.filter(({ index }) => index >= mark && !this.#consumed.has(index));
  }
  /** Timeline sequence numbers of what was used: a message whose view was used is used. */
  get used(): ReadonlySet<number> {
    return new Set([...this.#consumed].flatMap((index) => this.#observations[index]?.sequence ?? []));
  }
  /** Indexes of what was used up. */
  get consumed(): ReadonlySet<number> {
    return this.#consumed;
  }
  consume(indexes: readonly number[]): void {
    for (const index of indexes) this.#consumed.add(index);
  }
  /** Uses up what belongs to the harness' own work: no sentence looks at it, not even one that looks back. */
  setAside(indexes: readonly number[]): void {
    this.consume(indexes);
    for (const index of indexes) this.#aside.add(index);
  }
  /** Indexes of what was set aside. */
  get aside(): ReadonlySet<number> {
    return this.#aside;
  }
  /** Called after each new observation; the returned function ends it. */
  onNew(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
