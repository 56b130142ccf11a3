import type { Action, Requests } from '../ocpp/index.ts';
import type { RigModel } from '../rig/model/index.ts';
import type { CallOutcome } from '../transport/types.ts';
import type { Authorizer } from './authorization.ts';
import type { Availability } from './availability.ts';
import type { Boot } from './boot.ts';
import type { Certificates } from './certificates/index.ts';
import type { Connection } from './connection.ts';
import type { Connectors } from './connectors.ts';
import type { Firmware } from './firmware/index.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { LocalList } from './local-list.ts';
import type { Meter } from './meter-values.ts';
import type { Network } from './network.ts';
import type { StationContext, StationModule } from './parts.ts';
import type { DeliveryQueue } from './queue.ts';
import type { ResetControl } from './reset.ts';
import type { SmartCharging } from './smart-charging/index.ts';
import type { StationClock } from './station-clock.ts';
import type { TransactionControl } from './transactions/control.ts';
import type { Nameplate, StationFeatures, StationOptions } from './types.ts';

export interface SendOptions {
  /** TriggerMessage or a report request of the CSMS asked for it (B02.FR.02). */
  readonly asked?: boolean;
  /** A re-send keeps its id (errata 4.6). */
  readonly messageId?: string;
}

/** The blocks of the engine, as they see each other. Everything is read at the moment of use. */
export interface Core extends StationContext {
  readonly clock: StationClock;
  readonly options: StationOptions;
  readonly features: Required<StationFeatures>;
  readonly rig: RigModel;
  readonly nameplate: Nameplate;
  /** Only what the rig causes happens (scripted counterpart). */
  readonly quiet: boolean;
  /** Connects and boots by itself in this life: always, but for a quiet station that was only switched on. */
  readonly automatic: boolean;
  /** Link open and boot accepted. */
  readonly linked: boolean;
  readonly online: boolean;
  /** Counts power-ups and reboots; what was awaited in an earlier life is void. */
  readonly life: number;
  /** After the answer to the CSMS request that is being served has been written. */
  afterAnswer(work: () => void): void;
  /** Past the queue: now, or not at all. */
  sendNow<A extends Action>(action: A, request: Requests[A], options?: SendOptions): Promise<CallOutcome>;
  /** Work that nobody waits for: a failure is a bug of ours and goes to the log, never through the roof. */
  background(work: Promise<unknown>): void;
  readonly modules: readonly StationModule[];
  readonly boot: Boot;
  readonly connection: Connection;
  readonly network: Network;
  readonly transactionEvents: DeliveryQueue;
  readonly securityEvents: DeliveryQueue;
  readonly heartbeat: Heartbeat;
  readonly connectors: Connectors;
  readonly availability: Availability;
  readonly authorizer: Authorizer;
  readonly localList: LocalList;
  readonly meter: Meter;
  readonly control: TransactionControl;
  readonly resets: ResetControl;
  readonly smartCharging: SmartCharging | undefined;
  readonly certificates: Certificates | undefined;
  readonly firmware: Firmware | undefined;
  /** The CSMS asked for the next request of this action (B02.FR.02). */
  asked(action: Action): void;
}
