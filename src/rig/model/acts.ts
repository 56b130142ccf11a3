import { type Connector, type Evse, isPlugged, lockedEnd } from './evse.ts';
import type { SensorEvent } from './hardware.ts';
import type { CableEnd, RigAct, RigDescription, RigOutcome } from './types.ts';

/** What acts move. Sensor events that are no change of state (a card, a button) are told through `signal`. */
export interface RigState {
  readonly description: RigDescription;
  readonly evses: ReadonlyMap<number, Evse>;
  readonly faults: { readonly fault: string; readonly evse?: number }[];
  networkUp: boolean;
  tampered: boolean;
  readonly powered: boolean;
  setPower(on: boolean): void;
  signal(event: SensorEvent): void;
}

const done: RigOutcome = { outcome: 'done' };
const noEffect = (reason: string): RigOutcome => ({ outcome: 'no-effect', reason });
const impossible = (reason: string): RigOutcome => ({ outcome: 'impossible', reason });
const notDone = (reason: string): RigOutcome => ({ outcome: 'not-done', reason });

/** Faults that pull the pilot itself: a short to earth is state E, a lost negative half wave (no diode) is F. */
const pilotFaults: Readonly<Record<string, 'E' | 'F'>> = { 'pilot short': 'E', 'pilot fault': 'F' };

function chosenConnector(evse: Evse, id: number | undefined): Connector | undefined {
  if (id !== undefined) return evse.connectors.find(({ description }) => description.id === id);
  return (
    evse.plugged ?? evse.connectors.find(({ half }) => half) ?? evse.connectors.find(partlyIn) ?? evse.connectors[0]
  );
}
const partlyIn = ({ ends, description }: Connector) => ends.EV || (ends['Charging Station'] && !description.fixedCable);
const noConnector = (evse: Evse, id: number | undefined) =>
  impossible(`EVSE ${evse.description.id} has no connector ${id ?? 1}`);

function plug(evse: Evse, act: Extract<RigAct, { act: 'plug' }>): RigOutcome {
  const connector = chosenConnector(evse, act.connector);
  if (connector === undefined) return noConnector(evse, act.connector);
  const other = evse.connectors.find((one) => one !== connector && (one.half || partlyIn(one)));
  if (other !== undefined) return impossible(`a cable is in connector ${other.description.id} of this EVSE already`);
  if (isPlugged(connector)) return noEffect('the cable is plugged in already');
  if (connector.description.fixedCable && act.end === 'Charging Station')
    return noEffect('the cable is fixed at the station');
  connector.handWaits = false;
  if (act.end !== 'Charging Station') evse.welcomeNewcomer();
  if (act.end === undefined || act.end === 'EV') connector.ends.EV = true;
  if (act.end === undefined || act.end === 'Charging Station') connector.ends['Charging Station'] = true;
  connector.half = act.half === true;
  return done;
}

/** Takes one end out; the car keeps its battery, but begins a new charge when it is plugged in again. */
function takeOut(evse: Evse, connector: Connector, end: CableEnd): void {
  connector.ends[end] = end === 'Charging Station' && connector.description.fixedCable;
  connector.half = false;
  if (end === lockedEnd(connector)) connector.latched = false;
  if (end === 'EV') evse.ev.appetite = 'hungry';
}

function unplug(evse: Evse, act: Extract<RigAct, { act: 'unplug' }>): RigOutcome {
  const connector = chosenConnector(evse, act.connector);
  if (connector === undefined) return noConnector(evse, act.connector);
  if (!partlyIn(connector) && !connector.half) return noEffect('no cable is plugged in');
  if (connector.description.fixedCable && act.end === 'Charging Station')
    return impossible('the cable is fixed at the station');
  const ends: readonly CableEnd[] = act.end === undefined ? ['EV', 'Charging Station'] : [act.end];
  const held = ends.find((end) => connector.latched && end === lockedEnd(connector));
  if (held !== undefined && act.end !== undefined) return notDone(`the lock holds the cable at the ${held}`);
  for (const end of ends) if (end !== held) takeOut(evse, connector, end);
  if (act.end === undefined) evse.newcomer = true;
  if (held === undefined) return done;
  connector.handWaits = true;
  return {
    outcome: 'done',
    reason: `the lock holds the cable at the ${held}; it is taken out as soon as the lock opens`,
  };
}

/** The lock opened: who was pulling has the plug in the hand now. */
export function releaseHand(evse: Evse, connector: Connector): void {
  if (!connector.handWaits || connector.latched) return;
  connector.handWaits = false;
  takeOut(evse, connector, lockedEnd(connector));
}

function fault(state: RigState, act: Extract<RigAct, { act: 'fault' }>): RigOutcome {
  const active = act.change === 'raise';
  const index = state.faults.findIndex((one) => one.fault === act.fault && one.evse === act.evse);
  if (active === index >= 0) return noEffect(active ? 'the fault is there already' : 'there is no such fault');
  const where = act.evse === undefined ? {} : { evse: act.evse };
  if (active) state.faults.push({ fault: act.fault, ...where });
  else state.faults.splice(index, 1);
  for (const evse of state.evses.values()) {
    const own = state.faults.filter((one) => one.evse === undefined || one.evse === evse.description.id);
    evse.pilotFault = own.map((one) => pilotFaults[one.fault]).find((pilot) => pilot !== undefined);
  }
  state.signal({ sensor: 'fault', fault: act.fault, active, ...where });
  return done;
}

/** A cycle of a rig that has power begins as a cut; the rig restores it when the station has noticed. */
function power(state: RigState, change: 'cycle' | 'cut' | 'restore'): RigOutcome {
  if (change === 'restore' && state.powered) return noEffect('the power is on already');
  if (change === 'cut' && !state.powered) return noEffect('the power is off already');
  if (state.powered) state.setPower(false);
  else state.setPower(true);
  return done;
}

function bay(evse: Evse, occupied: boolean): RigOutcome {
  if (!occupied && evse.connectors.some(({ ends }) => ends.EV))
    return notDone('the cable is still plugged into the EV');
  evse.occupied = occupied;
  if (!occupied) evse.newcomer = true;
  return evse.description.baySensor ? done : noEffect('this EVSE has no parking bay sensor');
}

function charging(evse: Evse, change: 'suspend' | 'resume' | 'end'): RigOutcome {
  if (!evse.connectors.some(({ ends }) => ends.EV)) return notDone('no EV is connected');
  const appetite = change === 'suspend' ? 'suspended' : change === 'end' ? 'ended' : 'hungry';
  if (change === 'resume' && evse.ev.full) return notDone('the battery is full');
  if (evse.ev.appetite === appetite) return noEffect('the EV does so already');
  evse.ev.appetite = appetite;
  return done;
}

function lock(evse: Evse, broken: boolean): RigOutcome {
  const withLock = evse.connectors.filter(({ description }) => description.hasLock);
  if (withLock.length === 0) return impossible('no connector of this EVSE has a lock');
  for (const connector of withLock) connector.lockBroken = broken;
  return done;
}

function move(state: RigState, act: Extract<RigAct, { act: 'move' }>): RigOutcome {
  if (act.quantity.toLowerCase() === 'temperature') {
    for (const evse of state.evses.values()) {
      if (act.evse === undefined || act.evse === evse.description.id) evse.temperatureC = act.to;
    }
  }
  const where = act.evse === undefined ? {} : { evse: act.evse };
  state.signal({ sensor: 'quantity', quantity: act.quantity, to: act.to, ...where });
  return done;
}

/** Does the act to the physics. Never throws for an act this rig cannot do: that is an outcome. */
export function perform(state: RigState, act: RigAct): RigOutcome {
  if (act.act === 'power') return power(state, act.change);
  if (act.act === 'network') {
    const up = act.change === 'restore';
    if (state.networkUp === up) return noEffect(up ? 'the network is up already' : 'the network is down already');
    state.networkUp = up;
    state.signal({ sensor: 'network', up });
    return done;
  }
  if (act.act === 'tamper') {
    const open = act.change === 'open';
    if (state.tampered === open)
      return noEffect(open ? 'the enclosure is open already' : 'the enclosure is closed already');
    state.tampered = open;
    state.signal({ sensor: 'tamper', open });
    return done;
  }
  if (act.evse !== undefined && !state.evses.has(act.evse)) return impossible(`this rig has no EVSE ${act.evse}`);
  if (act.act === 'fault') return fault(state, act);
  if (act.act === 'move') return move(state, act);
  const evse = state.evses.get(act.evse);
  return evse === undefined ? impossible(`this rig has no EVSE ${act.evse}`) : performAt(state, evse, act);
}

type ActAtEvse = Exclude<RigAct, { act: 'power' | 'network' | 'tamper' | 'fault' | 'move' }>;

function performAt(state: RigState, evse: Evse, act: ActAtEvse): RigOutcome {
  switch (act.act) {
    case 'park':
      return bay(evse, true);
    case 'leave':
      return bay(evse, false);
    case 'plug':
      return plug(evse, act);
    case 'unplug':
      return unplug(evse, act);
    case 'charging':
      return charging(evse, act.change);
    case 'lock':
      return lock(evse, act.change === 'fail');
    case 'meter':
      evse.setRegister(act.energyWh);
      state.signal({ sensor: 'meter', evse: act.evse, energyWh: act.energyWh });
      return done;
    default:
      return signalAt(state, act);
  }
}

type SignalAct = Exclude<ActAtEvse, { act: 'park' | 'leave' | 'plug' | 'unplug' | 'charging' | 'lock' | 'meter' }>;

/** Acts that leave no trace in the physics: the station hears them or it does not. */
function signalAt(state: RigState, act: SignalAct): RigOutcome {
  const { description } = state;
  const evse = act.evse;
  if (act.act === 'present' && !description.tokenReader) return impossible('this station has no token reader');
  if (act.act === 'press' && !description.buttons.includes(act.button))
    return impossible(`this station has no ${act.button} button`);
  if (act.act === 'choose' && !description.display) return impossible('this station has no display');
  if (act.act === 'ask' && state.evses.get(evse)?.plugged === undefined) return notDone('no EV is connected');
  if (!state.powered) return noEffect('the station has no power');
  if (act.act === 'present') state.signal({ sensor: 'token', evse, token: act.token });
  if (act.act === 'press') state.signal({ sensor: 'button', evse, button: act.button });
  if (act.act === 'choose') state.signal({ sensor: 'display-choice', evse, option: act.option });
  if (act.act === 'ask') state.signal({ sensor: 'ev-request', evse, subject: act.subject });
  return done;
}
