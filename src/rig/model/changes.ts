import type { Sensed, SensorEvent } from './hardware.ts';
import type { EvseReading, RigReading } from './types.ts';

type Value = string | number | boolean;
/** What became different between two readings. */
export interface Change {
  readonly quantity: string;
  readonly evse?: number;
  readonly connector?: number;
  readonly from?: Value;
  readonly to?: Value;
}

const flat = (reading: EvseReading): readonly (readonly [quantity: string, value: Value | undefined])[] => [
  ['bay', reading.bay],
  ['pilot', reading.pilot],
  ['contactor', reading.contactor],
  ['offered', reading.offeredA],
  ['power', reading.powerW],
  ['ev', reading.evState],
  ['temperature', reading.temperatureC],
  ['display', reading.display],
];

function change(quantity: string, from: Value | undefined, to: Value | undefined, where: object): Change[] {
  if (from === to) return [];
  return [{ quantity, ...where, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
}

function evseChanges(before: EvseReading, after: EvseReading): Change[] {
  const where = { evse: after.id };
  const connectors = after.connectors.flatMap((connector, index) => {
    const old = before.connectors[index];
    const there = { ...where, connector: connector.id };
    return [
      ...change('plugged', old?.plugged, connector.plugged, there),
      ...change('half-plugged', old?.halfPlugged, connector.halfPlugged, there),
      ...change('lock', old?.lock, connector.lock, there),
    ];
  });
  const old = new Map(flat(before));
  return [
    ...connectors,
    ...flat(after).flatMap(([quantity, value]) => change(quantity, old.get(quantity), value, where)),
  ];
}

/** Energy and state of charge flow without being changes: they follow from power and time. */
export function changesBetween(before: RigReading, after: RigReading): readonly Change[] {
  const faultKey = ({ fault, evse }: RigReading['faults'][number]) => `${fault}\n${evse ?? ''}`;
  const old = new Set(before.faults.map(faultKey));
  const now = new Set(after.faults.map(faultKey));
  const fault = (entry: RigReading['faults'][number], active: boolean): Change => ({
    quantity: `fault ${entry.fault}`,
    ...(entry.evse === undefined ? {} : { evse: entry.evse }),
    from: !active,
    to: active,
  });
  return [
    ...change('station power', before.power, after.power, {}),
    ...change('network', before.network, after.network, {}),
    ...change('tampered', before.tampered, after.tampered, {}),
    ...after.faults.filter((entry) => !old.has(faultKey(entry))).map((entry) => fault(entry, true)),
    ...before.faults.filter((entry) => !now.has(faultKey(entry))).map((entry) => fault(entry, false)),
    ...after.evses.flatMap((evse, index) => {
      const was = before.evses[index];
      return was === undefined ? [] : evseChanges(was, evse);
    }),
  ];
}

/** Sensor events of one EVSE, in the order a controller would notice them: bay, cable, pilot, lock, contactor, flow. */
export function sensorEventsBetween(evse: number, before: Sensed, after: Sensed): readonly SensorEvent[] {
  const events: SensorEvent[] = [];
  if (before.bay !== after.bay) events.push({ sensor: 'bay', evse, occupied: after.bay === 'occupied' });
  for (const [index, { id: connector, plugged, half }] of after.connectors.entries()) {
    const old = before.connectors[index];
    if (old?.plugged !== plugged || old.half !== half) events.push({ sensor: 'cable', evse, connector, plugged, half });
  }
  if (before.pilot !== after.pilot) events.push({ sensor: 'pilot', evse, from: before.pilot, to: after.pilot });
  for (const [index, { id: connector, lock: state }] of after.connectors.entries()) {
    if (before.connectors[index]?.lock !== state) events.push({ sensor: 'lock', evse, connector, state });
  }
  if (before.contactor !== after.contactor)
    events.push({ sensor: 'contactor', evse, closed: after.contactor === 'closed' });
  if (before.flowing !== after.flowing) events.push({ sensor: 'flow', evse, flowing: after.flowing });
  return events;
}
