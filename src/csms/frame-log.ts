import type { WireEvent } from '../transport/types.ts';

export interface LogEntry {
  readonly sequence: number;
  readonly at: number; // OCPP time, epoch ms
  readonly station: string;
  readonly what: 'sent' | 'received' | 'connected' | 'disconnected' | 'refused';
  readonly text: string;
}

const kept = 500;

/** Passwords never stand in a log (A01.FR.09). */
function withoutSecrets(text: string): string {
  if (!text.includes('BasicAuthPassword')) return text;
  return text.replaceAll(/"attributeValue":"[^"]*"/g, '"attributeValue":"***"');
}

/** The last frames and connections of all stations, and whoever listens for more. */
export class FrameLog {
  readonly #entries: LogEntry[] = [];
  readonly #listeners = new Set<(entry: LogEntry) => void>();
  readonly #stations = new Map<number, string>();
  readonly #now: () => number;
  #sequence = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get entries(): readonly LogEntry[] {
    return this.#entries;
  }
  /** Calls for every entry from now on; the returned function ends it. */
  subscribe(listener: (entry: LogEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  observe(event: WireEvent): void {
    const station = this.#stations.get(event.attempt) ?? '';
    if (event.type === 'http') this.#stations.set(event.attempt, event.http.identity);
    else if (event.type === 'open') this.#add(event.identity, 'connected', `security profile ${event.securityProfile}`);
    else if (event.type === 'frame') this.#add(station, event.direction, withoutSecrets(event.text));
    else if (event.type === 'refused') this.#end(event.attempt, station, 'refused', `${event.at}: ${event.reason}`);
    else if (event.type === 'closed')
      this.#end(event.attempt, station, 'disconnected', `by ${event.by}, code ${event.code} ${event.reason}`);
  }

  #end(attempt: number, station: string, what: LogEntry['what'], text: string): void {
    this.#stations.delete(attempt);
    this.#add(station, what, text);
  }
  #add(station: string, what: LogEntry['what'], text: string): void {
    this.#sequence += 1;
    const entry = { sequence: this.#sequence, at: this.#now(), station, what, text };
    this.#entries.push(entry);
    if (this.#entries.length > kept) this.#entries.shift();
    for (const listener of [...this.#listeners]) listener(entry);
  }
}
