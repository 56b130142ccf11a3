/** Keeps what happens until the first listener comes: a peer may speak in the same packet that opens the connection. */
export class HeldEvents<A extends readonly unknown[]> {
  readonly #listeners: ((...event: A) => void)[] = [];
  #held: A[] = [];

  listen(listener: (...event: A) => void): void {
    this.#listeners.push(listener);
    const held = this.#held;
    this.#held = [];
    for (const event of held) listener(...event);
  }

  emit(...event: A): void {
    if (this.#listeners.length === 0) this.#held.push(event);
    for (const listener of [...this.#listeners]) listener(...event);
  }
}
