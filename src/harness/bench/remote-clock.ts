import type { ScaledClock } from '../../clock/index.ts';

/** Puts our clock and the embedded subject's on the same new factor; a real SUT stays on wall time. */
export async function setRemoteClock(port: string | undefined, clock: ScaledClock, factor: number): Promise<void> {
  if (clock.factor === factor) return;
  if (port === undefined) throw new Error('only embedded subjects have a clock that can be set');
  const setting = clock.settingAtFactor(factor);
  const response = await fetch(`${port}/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(setting),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`${port}/clock answered HTTP ${response.status}: ${await response.text()}`);
  clock.adjust(setting);
}
