import type { ClockSetting } from '../../clock/index.ts';
import { OrderError } from '../order-error.ts';

function number(body: unknown, key: string): number {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined;
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new OrderError('words', `clock: "${key}" must be a number`);
  return value;
}

/** Reads the body of PUT /clock: { epoch, wallEpoch, factor }, epochs in milliseconds. */
export function readClockSetting(body: unknown): ClockSetting {
  const setting = {
    epoch: number(body, 'epoch'),
    wallEpoch: number(body, 'wallEpoch'),
    factor: number(body, 'factor'),
  };
  if (setting.factor <= 0) throw new OrderError('words', 'clock: "factor" must be above 0');
  return setting;
}
