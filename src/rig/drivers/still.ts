import type { Rig, RigDescription } from '../model/types.ts';
import { Books } from './books.ts';

/** Hardware that nobody moves: for looking at a device only. */
export function stillRig(description: RigDescription, now: () => number): Rig {
  const books = new Books(description, now);
  return {
    describe: async () => ({ ...description, measures: [] }),
    perform: async () => ({ outcome: 'not-done', reason: 'nobody moves the hardware here' }),
    read: async () => books.read(),
    subscribe: (listener) => books.subscribe(listener),
    close: async () => {},
  };
}
