import type { Sender, TimelineEvent, TransferEvent } from '../../timeline/events.ts';
import type { Observation } from '../types.ts';
import { Connections } from './connections.ts';
import { messageOf, type Sight } from './frames.ts';
import { mergeReadings, Places, readingKey, readingsOf } from './readings.ts';
import { statusViews } from './status.ts';

const outcomes = { complete: 'completed', partial: 'aborted', refused: 'refused' } as const;

/** `file download` and `file upload`: the station moves files, whoever serves them. */
function transferOf({ direction, url, outcome, bytes, sha256, sequence, at }: TransferEvent): Sight {
  const fields = { url, outcome: outcomes[outcome], bytes, ...(sha256 === undefined ? {} : { sha256 }) };
  return { sequence, name: `file ${direction}`, sender: 'Charging Station', at, fields };
}

/**
 * Turns timeline events into observations: messages of both sides, then the views that derive from them. Feed every event
 * in order. A part of a reading that was split over messages comes back under the index of the first part, merged: the
 * newer observation replaces the older.
 */
export class Observer {
  readonly #observations: Observation[] = [];
  readonly #connections: Connections;
  readonly #places = new Places();
  readonly #readings = new Map<string, number>();

  constructor({ sut }: { readonly sut: Sender }) {
    this.#connections = new Connections(sut === 'CSMS' ? 'Charging Station' : 'CSMS');
  }

  /** Everything seen so far, by index (from 0, no gaps). */
  get observations(): readonly Observation[] {
    return this.#observations;
  }

  /** The observations that an event brings, new or replaced. */
  feed(event: TimelineEvent): Observation[] {
    if (event.type === 'connection') return this.#connections.see(event).map((sight) => this.#add(sight));
    if (event.type === 'transfer') return [this.#add(transferOf(event))];
    if (event.type !== 'frame') return [];
    const message = messageOf(event);
    const others = [...statusViews(message), ...readingsOf(message, this.#places)];
    return [
      this.#add(message),
      ...others.map((sight) => (sight.name === 'meter reading' ? this.#reading(sight) : this.#add(sight))),
    ];
  }

  #add(sight: Sight): Observation {
    const observation: Observation = Object.assign({ index: this.#observations.length }, sight);
    this.#observations.push(observation);
    return observation;
  }

  #reading(sight: Sight): Observation {
    const key = readingKey(sight);
    const at = this.#readings.get(key);
    const before = at === undefined ? undefined : this.#observations[at];
    if (at === undefined || before === undefined) {
      this.#readings.set(key, this.#observations.length);
      return this.#add(sight);
    }
    const merged = mergeReadings(before, sight);
    this.#observations[at] = merged;
    return merged;
  }
}
