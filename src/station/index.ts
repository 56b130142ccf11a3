import { StationCore } from './station-core.ts';
import type { Station, StationOptions } from './types.ts';

export type { Handlers, StationContext, StationModule, StationParts, Store, TransactionFacts } from './parts.ts';
export type * from './types.ts';

/**
 * A complete OCPP 2.0.1 charging station on a rig: the embedded subject, and, with `quiet` and its script, the counterpart of a
 * CSMS. Call `start()` to switch it on. Throws when `settings` name a variable this station does not have.
 */
export function createStation(options: StationOptions): Station {
  const core = new StationCore(options);
  return {
    identity: options.identity,
    script: core.script,
    parts: core.parts,
    get linked() {
      return core.linked;
    },
    get online() {
      return core.online;
    },
    get bootStatus() {
      return core.boot.status;
    },
    start: () => core.start(),
    stop: () => core.stop(),
    transaction: (evseId) => core.transaction(evseId),
    transactions: () => core.transactions(),
    variable: (component, variable, where) => core.variable(component, variable, where),
    setVariable: (component, variable, value, where) => core.setVariable(component, variable, value, where),
  };
}
