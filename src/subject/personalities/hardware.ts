import type { ConnectorDescription, EvseDescription, RigDescription, RigQuantity } from '../../rig/model/index.ts';

/** The model measures everything there is. */
const everything: readonly RigQuantity[] = [
  'energy',
  'power',
  'current',
  'voltage',
  'soc',
  'offered',
  'connector',
  'lock',
  'contactor',
  'pilot',
  'display',
  'bay',
  'temperature',
];

const cable = (type: string, hasLock: boolean): ConnectorDescription => ({ id: 1, type, fixedCable: true, hasLock });
const socket = (type: string): ConnectorDescription => ({ id: 1, type, fixedCable: false, hasLock: true });

/** Two outlets with a fixed Type 2 cable, 3 x 32 A, and parking bay sensors. */
export const acThreePhase: RigDescription = {
  evses: [1, 2].map(
    (id): EvseDescription => ({
      id,
      phases: 3,
      maxCurrent: 32,
      voltage: 230,
      current: 'AC',
      baySensor: true,
      connectors: [cable('cType2', false)],
    }),
  ),
  measures: everything,
  tokenReader: true,
  buttons: [],
  display: true,
};

/** One Type 2 socket with a lock, 16 A on one phase. */
export const acOnePhaseSocket: RigDescription = {
  evses: [
    { id: 1, phases: 1, maxCurrent: 16, voltage: 230, current: 'AC', baySensor: false, connectors: [socket('sType2')] },
  ],
  measures: everything,
  tokenReader: true,
  buttons: ['stop'],
  display: false,
};

/** One CCS outlet, 400 V, 125 A; the lock is in the vehicle inlet. */
export const dcFast: RigDescription = {
  evses: [
    {
      id: 1,
      phases: 1,
      maxCurrent: 125,
      voltage: 400,
      current: 'DC',
      baySensor: false,
      connectors: [cable('cCCS2', true)],
    },
  ],
  measures: everything,
  tokenReader: true,
  buttons: ['stop'],
  display: true,
};

export const withoutReader = (
  description: RigDescription,
  buttons: RigDescription['buttons'] = [],
): RigDescription => ({
  ...description,
  tokenReader: false,
  buttons,
});
