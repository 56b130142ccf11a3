import type {
  ConnectorReading,
  EvseReading,
  RigAct,
  RigDescription,
  RigEvent,
  RigOutcome,
  RigReading,
} from '../model/types.ts';

const none = { L1: 0, L2: 0, L3: 0 };

function untouched(description: RigDescription): RigReading {
  return {
    at: 0,
    power: 'on',
    network: 'up',
    tampered: false,
    faults: [],
    evses: description.evses.map((evse) => ({
      id: evse.id,
      bay: evse.baySensor ? 'free' : 'unknown',
      pilot: 'A',
      contactor: 'open',
      connectors: evse.connectors.map(({ id }) => ({ id, plugged: false, halfPlugged: false, lock: 'none' })),
      energyWh: 0,
      powerW: 0,
      currentA: none,
      voltageV: none,
      offeredA: 0,
      evState: 'absent',
      temperatureC: 0,
    })),
  };
}

type AtEvse = Extract<RigAct, { act: 'park' | 'leave' | 'plug' | 'unplug' | 'charging' }>;

function atConnector(connector: ConnectorReading, act: AtEvse, first: number): ConnectorReading {
  if (act.act === 'unplug' && (act.connector ?? connector.id) === connector.id)
    return { ...connector, plugged: false, halfPlugged: false };
  if (act.act === 'plug' && (act.connector ?? first) === connector.id)
    return { ...connector, plugged: act.half !== true, halfPlugged: act.half === true };
  return connector;
}

function atEvse(evse: EvseReading, act: AtEvse): EvseReading {
  const connectors = evse.connectors.map((connector) => atConnector(connector, act, evse.connectors[0]?.id ?? 1));
  const plugged = connectors.some((connector) => connector.plugged);
  const bay =
    evse.bay === 'unknown' ? 'unknown' : act.act === 'park' ? 'occupied' : act.act === 'leave' ? 'free' : evse.bay;
  const willing = act.act === 'charging' && act.change !== 'resume' ? 'suspended' : 'connected';
  return { ...evse, bay, connectors, pilot: plugged ? 'B' : 'A', evState: plugged ? willing : 'absent' };
}

/** What is known of the rig after an act that was done. */
function after(reading: RigReading, act: RigAct): RigReading {
  switch (act.act) {
    case 'power':
      return { ...reading, power: act.change === 'cut' ? 'off' : 'on' };
    case 'network':
      return { ...reading, network: act.change === 'cut' ? 'down' : 'up' };
    case 'tamper':
      return { ...reading, tampered: act.change === 'open' };
    case 'fault': {
      const others = reading.faults.filter(({ fault, evse }) => fault !== act.fault || evse !== act.evse);
      const raised = { fault: act.fault, ...(act.evse === undefined ? {} : { evse: act.evse }) };
      return { ...reading, faults: act.change === 'raise' ? [...others, raised] : others };
    }
    case 'park':
    case 'leave':
    case 'plug':
    case 'unplug':
    case 'charging':
      return { ...reading, evses: reading.evses.map((evse) => (evse.id === act.evse ? atEvse(evse, act) : evse)) };
    default:
      return reading;
  }
}

/**
 * Bookkeeping for a rig that measures nothing: its reading is what acts have been done, no more; what only a meter could know
 * stays 0. Every act is told to the listeners, numbered from 1.
 */
export class Books {
  #reading: RigReading;
  #sequence = 0;
  readonly #now: () => number;
  readonly #listeners = new Set<(event: RigEvent) => void>();

  constructor(description: RigDescription, now: () => number) {
    this.#reading = untouched(description);
    this.#now = now;
  }
  note(act: RigAct, outcome: RigOutcome): RigOutcome {
    if (outcome.outcome === 'done') this.#reading = after(this.#reading, act);
    this.#sequence += 1;
    const event: RigEvent = { at: this.#now(), sequence: this.#sequence, type: 'act', act, outcome };
    for (const listener of [...this.#listeners]) listener(event);
    return outcome;
  }
  read(): RigReading {
    return { ...this.#reading, at: this.#now() };
  }
  subscribe(listener: (event: RigEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
