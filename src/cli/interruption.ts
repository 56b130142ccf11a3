/** Ctrl-C: waiting ends at once, what the case changed is put back, the report is still written; a second Ctrl-C leaves at once. */
export interface Interruption {
  readonly requested: boolean;
  /** Called once it is requested, at once if it is already; the returned function ends it. */
  onRequest(listener: () => void): () => void;
}

export function interruption(): Interruption {
  const state = { requested: false };
  const listeners = new Set<() => void>();
  const onSignal = () => {
    if (state.requested) process.exit(130);
    state.requested = true;
    process.stderr.write(
      '\nassay: interrupted; what the case under way changed is put back, then the report is written (Ctrl-C again to leave at once)\n',
    );
    for (const listener of [...listeners]) listener();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    get requested() {
      return state.requested;
    },
    onRequest(listener) {
      if (state.requested) listener();
      else listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
