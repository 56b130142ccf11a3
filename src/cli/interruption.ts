/** Ctrl-C: the present case is ended, the report of what was done is still written; a second Ctrl-C ends at once. */
export interface Interruption {
  readonly requested: boolean;
}

export function interruption(): Interruption {
  const state = { requested: false };
  const onSignal = () => {
    if (state.requested) process.exit(130);
    state.requested = true;
    process.stderr.write(
      '\nassay: interrupted; the case under way is finished, then the report is written (Ctrl-C again to leave at once)\n',
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return state;
}
