import type { Clock } from '../clock/index.ts';
import type { Interrupt } from './interrupt.ts';

/** Waits until `met` says so, asking again at every `changed`; gives up at the deadline. Never polls. */
export interface Condition<T> {
  /** The result, or undefined = not yet. `final` = the deadline has come: decide now. */
  readonly check: (final: boolean) => T | undefined;
  /** Registers for changes; returns how to end that. */
  readonly changed: (again: () => void) => () => void;
}

/**
 * Rejects when the run is interrupted. Resolves with the result, or with undefined when the deadline (OCPP milliseconds from now) passed without one.
 * `floorMs` is the least wall time the deadline may take, for what happens on wall time whatever the factor.
 */
export function until<T>(
  clock: Clock,
  deadlineMs: number,
  condition: Condition<T>,
  floorMs = 0,
  interrupt?: Interrupt,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let finish = (_outcome: T | undefined) => {};
    const ask = (final: boolean) => {
      try {
        const outcome = condition.check(final);
        if (outcome !== undefined || final) finish(outcome);
      } catch (error) {
        end();
        reject(error);
      }
    };
    const stop = condition.changed(() => ask(false));
    const wallMs = Math.max(deadlineMs / clock.factor, floorMs);
    const cancel = clock.afterWall(wallMs, () => ask(true));
    let forget = () => {};
    const end = () => {
      stop();
      cancel();
      forget();
    };
    finish = (outcome) => {
      end();
      resolve(outcome);
    };
    forget =
      interrupt?.onStop((reason) => {
        end();
        reject(reason);
      }) ?? forget;
    ask(false);
  });
}
