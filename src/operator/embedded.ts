import { type Clock, ScaledClock } from '../clock/index.ts';
import { exchange, type HttpReply } from './exchange.ts';
import type { Operator, OperatorOutcome } from './types.ts';

export interface EmbeddedOperatorOptions {
  /** Base URL of the operator API, without a path. */
  readonly url: string;
  /** Only wall time is used. */
  readonly clock?: Clock;
  /** Wall ms for one order; 10 s when left out. */
  readonly timeoutMs?: number;
}

/** The words of an order are wrong: a fault of the test, not of the CSMS. */
export class WrongOrder extends Error {
  override readonly name = 'WrongOrder';
}

function member(value: unknown, key: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
}

function outcome({ status, json, text }: HttpReply): OperatorOutcome {
  const reason = member(json, 'error') ?? (text.slice(0, 200) || `HTTP ${status}`);
  if (status === 400) throw new WrongOrder(reason);
  if (status === 501) return { outcome: 'unavailable', reason };
  if (status !== 200) return { outcome: 'not-done', reason };
  const shown = member(json, 'shown');
  return { outcome: 'accepted', ...(shown === undefined ? {} : { shown }) };
}

/**
 * The operator API of the embedded CSMS. An order that cannot be carried out now is `not-done` with the reason; wrong words throw
 * WrongOrder, a CSMS that does not answer throws OperatorUnreachable.
 */
export function embeddedOperator({
  url,
  clock = new ScaledClock(),
  timeoutMs = 10_000,
}: EmbeddedOperatorOptions): Operator {
  return {
    order: async (station, intent) =>
      outcome(
        await exchange(clock, { method: 'POST', url: `${url}/operator/orders`, body: { station, intent } }, timeoutMs),
      ),
    close: async () => {},
  };
}
