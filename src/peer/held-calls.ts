import type { Answer } from '../transport/types.ts';
import type { HeldCall } from './peer.ts';

/** Calls that wait for a sentence to answer them. */
export class HeldCalls {
  #calls: HeldCall[] = [];
  readonly #listeners = new Set<() => void>();

  get all(): readonly HeldCall[] {
    return this.#calls;
  }
  hold(
    action: string,
    messageId: string,
    request: Readonly<Record<string, unknown>>,
    answer: (answer: Answer) => void,
  ): void {
    const held: HeldCall = {
      action,
      messageId,
      request,
      answer: (given) => {
        if (!this.#calls.includes(held)) return;
        this.#calls = this.#calls.filter((other) => other !== held);
        answer(given);
      },
    };
    this.#calls.push(held);
    for (const listener of [...this.#listeners]) listener();
  }
  onHeld(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  /** Leaves all of them without an answer. */
  abandon(): void {
    for (const call of [...this.#calls]) call.answer({ kind: 'silence' });
  }
}
