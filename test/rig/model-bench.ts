import { ScaledClock } from '../../src/clock/index.ts';
import { type RigDescription, type RigEvent, RigModel, type SensorEvent } from '../../src/rig/model/index.ts';

export const socketAndDc: RigDescription = {
  evses: [
    {
      id: 1,
      phases: 3,
      maxCurrent: 32,
      voltage: 230,
      current: 'AC',
      baySensor: true,
      connectors: [{ id: 1, type: 'sType2', fixedCable: false, hasLock: true }],
    },
    {
      id: 2,
      phases: 1,
      maxCurrent: 125,
      voltage: 400,
      current: 'DC',
      baySensor: false,
      connectors: [{ id: 1, type: 'cCCS2', fixedCable: true, hasLock: true }],
    },
  ],
  measures: ['energy', 'power'],
  tokenReader: true,
  buttons: ['stop'],
  display: true,
};

export const hour = 3_600_000;
export function rig(ev: object = {}, description = socketAndDc) {
  const model = new RigModel({ description, clock: new ScaledClock(), ev });
  const events: RigEvent[] = [];
  const sensed: SensorEvent[] = [];
  model.subscribe((event) => events.push(event));
  model.onSensor((event) => sensed.push(event));
  const evse = (id = 1) => {
    const found = model.read().evses.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no EVSE ${id}`);
    return found;
  };
  return { model, events, sensed, evse };
}
export function charge(model: RigModel, evse = 1, amps = 16) {
  model.perform({ act: 'plug', evse });
  model.offer(evse, amps);
  model.closeContactor(evse);
}
