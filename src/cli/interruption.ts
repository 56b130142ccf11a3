/** Ctrl-C: waiting ends at once, what the case changed is put back, the report is still written; a second Ctrl-C leaves at once. */
export interface Interruption {
  readonly requested: boolean;
  /** Called once it is requested, at once if it is already; the returned function ends it. */
  onRequest(listener: () => void): () => void;
}

export function interruption(): Interruption {
  const state = new Requested();
  const onSignal = () => {
    if (state.requested) process.exit(130);
    process.stderr.write(
      '\nassay: interrupted; what was changed is put back, and what was judged is reported (Ctrl-C again to leave at once)\n',
    );
    state.request();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return state;
}

/** An interruption that somebody else asks for. */
export class Requested implements Interruption {
  readonly #listeners = new Set<() => void>();
  requested = false;

  /** Once is enough. */
  request(): void {
    if (this.requested) return;
    this.requested = true;
    for (const listener of [...this.#listeners]) listener();
  }
  onRequest(listener: () => void): () => void {
    if (this.requested) listener();
    else this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
