import type { Clock } from '../clock/index.ts';
import type { Interrupt } from './interrupt.ts';

const limitMs = 15_000;
/** What restore comes to when an interrupted run cuts it off. */
export const cutOff: string[] = [
  `what was not put back within ${limitMs / 1000} s after the interruption; the next run begins with it`,
];

/** Restore work: no interruption ends it, but an interrupted run gives it 15 s of wall time, then `otherwise` stands for its outcome. */
export function bounded<T>(
  { interrupt, clock }: { readonly interrupt: Interrupt; readonly clock: Clock },
  work: () => Promise<T>,
  otherwise: T,
): Promise<T> {
  return interrupt.whileRestoring(
    () =>
      new Promise((resolve, reject) => {
        let cancel = () => {};
        const ask = () => {
          if (interrupt.requested) resolve(otherwise);
          else cancel = clock.afterWall(limitMs, ask);
        };
        cancel = clock.afterWall(limitMs, ask);
        work()
          .then(resolve, reject)
          .finally(() => cancel());
      }),
  );
}
