import type { Clock } from '../clock/index.ts';
import { isAction } from '../ocpp/index.ts';
import { modelRig } from '../rig/drivers/index.ts';
import type { Rig, RigDescription } from '../rig/model/index.ts';
import { RigModel } from '../rig/model/index.ts';
import { createStation } from '../station/index.ts';
import type { ScriptConnect, Station, StationOptions } from '../station/types.ts';
import type { CallOutcome, ConnectResult, WireTap } from '../transport/types.ts';
import { HeldCalls } from './held-calls.ts';
import type { HeldCall, Peer } from './peer.ts';

/** How our station is to connect: what is left out is as it normally is. */
export type ConnectionWish = ScriptConnect;

export interface StationPeerOptions {
  readonly clock: Clock;
  readonly description: RigDescription;
  readonly station: Omit<StationOptions, 'clock' | 'rig' | 'store' | 'tap' | 'quiet'>;
  readonly tap: WireTap;
  /** A request that a sentence of the case will answer itself. */
  readonly holds: (action: string) => boolean;
}

/** Keeps values as JSON, so that nothing lives on by reference over a power cycle. */
function memoryStore(): StationOptions['store'] {
  const values = new Map<string, string>();
  return {
    get: (key) => {
      const text = values.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    set: (key, value) => void values.set(key, JSON.stringify(value)),
    delete: (key) => void values.delete(key),
  };
}

/** Our charging station: the real engine on the instrumented rig, speaking only when told. */
export class StationPeer implements Peer {
  readonly rig: Rig;
  readonly station: Station;
  readonly #held = new HeldCalls();

  constructor({ clock, description, station, tap, holds }: StationPeerOptions) {
    const model = new RigModel({ description, clock });
    this.rig = modelRig(model);
    this.station = createStation({ ...station, clock, rig: model, store: memoryStore(), tap, quiet: true });
    this.station.script.hold(holds);
    this.station.script.onHeld(({ messageId, action, payload, answer }) =>
      this.#held.hold(action, messageId, payload, answer),
    );
  }

  get online(): boolean {
    return this.station.linked;
  }
  get held(): readonly HeldCall[] {
    return this.#held.all;
  }
  onHeld(listener: () => void): () => void {
    return this.#held.onHeld(listener);
  }
  /** A fresh link (TLS, HTTP upgrade) instead of the present one; no boot follows. What waited on the old link is lost. */
  async connect(options: ScriptConnect = {}): Promise<ConnectResult> {
    const result = await this.station.script.connect(options);
    if (result.ok) this.#held.abandon();
    return result;
  }
  async send(action: string, payload: Record<string, unknown>): Promise<CallOutcome> {
    if (!isAction(action)) throw new Error(`no OCPP action ${action}`);
    return this.station.script.send(action, payload);
  }
  sendRaw(action: string, payload: Record<string, unknown>): Promise<CallOutcome> {
    return this.station.script.sendRaw(action, payload);
  }
  disconnect(): Promise<void> {
    return this.station.script.disconnect();
  }
  drop(): void {
    this.station.script.drop();
  }
  reset(): void {
    this.#held.abandon();
  }
  async close(): Promise<void> {
    this.reset();
    await this.station.stop();
    await this.rig.close();
  }
}
