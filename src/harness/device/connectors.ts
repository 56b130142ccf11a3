import { Inconclusive } from '../case/outcome.ts';
import { until } from '../waiting.ts';
import type { Device } from './device.ts';
import { ask, type Payload, readAddresses } from './port.ts';

interface Place {
  readonly evse: number;
  readonly connector: number;
}
const keyOf = ({ evse, connector }: Place) => `${evse}.${connector}`;
const nameOf = ({ evse, connector }: Place) => `connector ${connector} of EVSE ${evse}`;

const availability = (name: string, evse?: Payload): Payload => ({
  component: { name, ...(evse === undefined ? {} : { evse }) },
  variable: { name: 'AvailabilityState' },
});

/**
 * Every connector is available, nobody charges, nothing is faulted or reserved (Part 6, 2.1). What the device reported last
 * counts; where it has not reported, it is asked. A wrong report alone is not believed when the rig knows better: that is for a case to judge.
 */
export async function availableConnectors(device: Device): Promise<void> {
  const places = device.bench.hardware.evses.flatMap(({ id, connectors }) =>
    connectors.map((connector) => ({ evse: id, connector: connector.id })),
  );
  const taken = () => places.filter((place) => !isFree(device.connectors.get(keyOf(place))));
  const silent = places.filter((place) => !device.connectors.has(keyOf(place)));
  await askStatus(device, silent);
  // A report that is on its way says nothing yet: the device knows.
  await askStatus(device, taken());
  if (taken().length === 0) return;
  await endTransactions(device);
  for (const place of taken()) await free(device, place);
  const seconds = device.config.deadlines.message;
  const available = await until(
    device.clock,
    seconds * 1000,
    { check: () => (taken().length === 0 ? true : undefined), changed: (again) => device.onNews(again) },
    2000,
    device.interrupt,
  );
  if (available === true) return;
  await askStatus(device, taken());
  const still = await withoutRigsWord(device, taken());
  if (still.length === 0) return;
  const [place] = still;
  if (place === undefined) return;
  const status = device.connectors.get(keyOf(place));
  throw new Inconclusive(
    status === 'Faulted' ? 'sut-not-ready' : 'preamble',
    `${nameOf(place)} is ${status ?? 'unknown'} and not Available: ${adviceFor[status ?? ''] ?? 'free it'}`,
  );
}

const isFree = (status: string | undefined) => status === undefined || status === 'Available';
const adviceFor: Readonly<Record<string, string>> = {
  Occupied: 'take out the cable',
  Reserved: 'cancel the reservation; Assay does not know its id',
  Unavailable: 'make it operative',
  Faulted: 'clear the fault',
};

/** AvailabilityState of the connectors, or of their EVSE where connectors have none. */
async function askStatus(device: Device, places: readonly Place[]): Promise<void> {
  const read = async (asked: readonly Place[], address: (place: Place) => Payload) => {
    const results = await readAddresses(device, asked.map(address));
    return asked.filter((place, index) => {
      const value = results[index]?.['attributeValue'];
      if (typeof value === 'string' && value !== '') device.connectors.set(keyOf(place), value);
      return typeof value !== 'string' || value === '';
    });
  };
  const unsaid = await read(places, ({ evse, connector }) =>
    availability('Connector', { id: evse, connectorId: connector }),
  );
  await read(unsaid, ({ evse }) => availability('EVSE', { id: evse }));
}

/** Nobody charges: what is known of transactions is stopped; an occupied EVSE is asked for the one nobody told of (F06). */
async function endTransactions(device: Device): Promise<void> {
  const occupied = [...device.connectors].filter(([, status]) => status === 'Occupied');
  if (device.transactions.size === 0)
    for (const [place] of occupied)
      await ask(device, 'TriggerMessage', {
        requestedMessage: 'TransactionEvent',
        evse: { id: Number(place.split('.')[0]) },
      });
  for (const transactionId of [...device.transactions.keys()])
    await ask(device, 'RequestStopTransaction', { transactionId });
}

async function free(device: Device, { evse, connector }: Place): Promise<void> {
  const status = device.connectors.get(keyOf({ evse, connector }));
  if (status === 'Occupied') {
    const { outcome, reason } = await device.interrupt.orStop(device.bench.rig.perform({ act: 'unplug', evse }));
    device.acting({ act: 'unplug', evse })(outcome === 'done');
    if (outcome === 'skipped' || outcome === 'not-done')
      throw new Inconclusive('rig', `the cable of EVSE ${evse} was not taken out: ${reason ?? outcome}`);
  }
  if (status === 'Unavailable') await makeOperative(device, { evse, connector });
}

/** The widest scope that is out of service is made operative; it is put out of service again when the run ends. */
async function makeOperative(device: Device, { evse, connector }: Place): Promise<void> {
  const scopes: readonly (Payload | undefined)[] = [undefined, { id: evse }, { id: evse, connectorId: connector }];
  const names = ['ChargingStation', 'EVSE', 'Connector'];
  const results = await readAddresses(
    device,
    scopes.map((scope, index) => availability(names[index] ?? '', scope)),
  );
  const widest = results.findIndex((result) => result?.['attributeValue'] === 'Unavailable');
  const scope = scopes[widest === -1 ? scopes.length - 1 : widest];
  const place = scope === undefined ? {} : { evse: scope };
  const noted = device.note('run', {
    what: `availability of ${scope === undefined ? 'the station' : nameOf({ evse, connector })}`,
    undo: {
      by: 'request',
      action: 'ChangeAvailability',
      payload: { operationalStatus: 'Inoperative', ...place },
      settled: ['Accepted', 'Scheduled'],
    },
  });
  const answer = await ask(device, 'ChangeAvailability', { operationalStatus: 'Operative', ...place });
  if (answer?.['status'] !== 'Accepted' && noted !== undefined) device.journal.drop(noted);
}

/** Connectors of which the rig does not say that nothing is in: a station that reports otherwise is to be judged, not excused. */
async function withoutRigsWord(device: Device, places: readonly Place[]): Promise<readonly Place[]> {
  const reading = await device.bench.rig.read().catch(() => undefined);
  if (reading === undefined) return places;
  const empty = ({ evse, connector }: Place) =>
    reading.evses.find(({ id }) => id === evse)?.connectors.find(({ id }) => id === connector)?.plugged === false;
  return places.filter((place) => device.connectors.get(keyOf(place)) !== 'Occupied' || !empty(place));
}
