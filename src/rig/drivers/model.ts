import type { RigModel } from '../model/rig-model.ts';
import type { Rig } from '../model/types.ts';

/** The model in the same process as a `Rig`: for the station we play ourselves. */
export function modelRig(model: RigModel): Rig {
  return {
    describe: async () => model.description,
    perform: async (act) => model.perform(act),
    read: async () => model.read(),
    subscribe: (listener) => model.subscribe(listener),
    close: async () => model.close(),
  };
}
