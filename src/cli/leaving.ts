import type { Run } from '../harness/index.ts';

const listed = (items: readonly string[]) => items.map((item) => `  ${item}\n`).join('');

/** Puts back what a run that died has left changed, before anything is judged, and says so. */
export async function putBackEarlier(run: Run, writtenAt: string | undefined): Promise<void> {
  const earlier = run.device?.journal.entries ?? [];
  if (earlier.length === 0) return;
  const cases = [...new Set(earlier.map(({ during }) => during))];
  const { restored, lost } = await run.putBack(cases);
  process.stdout.write(
    `An earlier run (${writtenAt ?? 'time unknown'}, in ${cases.join(', ')}) ended before it put everything back.\n`,
  );
  if (restored.length > 0) process.stdout.write(`Put back now:\n${listed(restored)}`);
  if (lost.length > 0) process.stdout.write(`Not put back:\n${listed(lost)}`);
  process.stdout.write('\n');
}

/** What the general preconditions changed goes back when the last case is over; what cannot is a finding. */
export async function leave(run: Run): Promise<void> {
  const { restored } = await run.putBack(['the end of the run'], 'run');
  if (restored.length > 0) process.stdout.write(`\nput back at the end: ${restored.join(', ')}\n`);
}
