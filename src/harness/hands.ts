import type { ScaledClock } from '../clock/index.ts';
import { embeddedOperator, httpOperator, promptOperator } from '../operator/index.ts';
import type { Operator } from '../operator/types.ts';
import { embeddedRig, octtRig, promptRig, stillRig } from '../rig/drivers/index.ts';
import type { Rig, RigDescription } from '../rig/model/types.ts';
import { UsageError } from './config/load.ts';
import type { EvseConfig, OperatorConfig, RigConfig } from './config/types.ts';

function connectorOf({ id, type, fixedCable, hasLock }: NonNullable<EvseConfig['connectors']>[number]) {
  return { id, type: type ?? 'cType2', fixedCable: fixedCable ?? true, hasLock: hasLock ?? false };
}

/** The hardware as the configuration tells it, for rigs that cannot describe themselves. */
export function describedHardware(config: RigConfig): RigDescription {
  return {
    evses: config.evses.map(({ id, phases, maxCurrent, voltage, current, baySensor, connectors }) => ({
      id,
      phases: phases ?? 3,
      maxCurrent: maxCurrent ?? 16,
      voltage: voltage ?? 230,
      current: current ?? 'AC',
      baySensor: baySensor ?? false,
      connectors: (connectors ?? [{ id: 1 }]).map(connectorOf),
    })),
    measures: [],
    tokenReader: config.tokenReader,
    buttons: config.buttons,
    display: config.display,
  };
}

function urlOf(config: { readonly driver: string; readonly url?: string }, what: string): string {
  if (config.url === undefined)
    throw new UsageError(`${what} driver ${config.driver} needs a url; add "${what}.url" to the configuration`);
  return config.url;
}

const terminal = { input: process.stdin, output: process.stdout };

/** Opens the rig driver that the configuration names. */
export async function openRig(config: RigConfig, clock: ScaledClock): Promise<Rig> {
  if (config.driver === 'embedded') return embeddedRig({ url: urlOf(config, 'rig'), clock });
  const description = describedHardware(config);
  if (config.driver === 'none') return stillRig(description, () => clock.now());
  if (config.driver === 'octt-sut-api') return octtRig({ baseUrl: urlOf(config, 'rig'), description, clock });
  return promptRig({ terminal, description, clock, giveUpAfterMs: config.timeout * 1000 });
}

/** Nobody who could give an order. */
const noOperator: Operator = {
  order: async () => ({ outcome: 'not-done', reason: 'there is no operator here' }),
  close: async () => {},
};

/** Opens the operator driver that the configuration names; a person is told where the root lies that the CSMS is to install. */
export function openOperator(config: OperatorConfig, clock: ScaledClock, rootToInstall: string): Operator {
  if (config.driver === 'embedded') return embeddedOperator({ url: urlOf(config, 'operator'), clock });
  if (config.driver === 'none') return noOperator;
  if (config.driver === 'prompt') {
    const place = (word: string) => (word === 'new CSMS root' ? rootToInstall : undefined);
    return promptOperator({ terminal, clock, place, giveUpAfterMs: config.timeout * 1000 });
  }
  if (config.table === undefined)
    throw new UsageError('operator driver http needs a table; add "operator.table" to the configuration');
  return httpOperator({ tableFile: config.table, clock });
}
