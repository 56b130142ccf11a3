import type { Observation } from '../../check/types.ts';
import type { RigAct, RigOutcome } from '../../rig/model/types.ts';
import type { Situation } from '../../states/types.ts';

/** Firmware statuses after which nothing more comes (FirmwareStatusEnumType). */
const updateOver: ReadonlySet<unknown> = new Set([
  'Installed',
  'InstallationFailed',
  'InstallVerificationFailed',
  'DownloadFailed',
  'InvalidSignature',
]);

/** What a case has done and seen so far, as far as states ask for it. */
export class Progress {
  parked = false;
  /** A cable is in at some EVSE. */
  plugged = false;
  /** Connector of the cable, by EVSE; undefined where the act named none. */
  readonly cables = new Map<number, number | undefined>();
  authorized = false;
  charging = false;
  suspended = false;
  stopAuthorized = false;
  booting = false;
  firmwarePending = false;
  /** What the operator was last told to answer our station with at its next boot. */
  bootStatus = 'Accepted';
  transaction: Situation['transaction'] = 'none';
  transactionId: string | undefined;

  /** A physical act that really happened. */
  acted(act: RigAct, outcome: RigOutcome): void {
    if (outcome.outcome !== 'done') return;
    if (act.act === 'park') this.parked = true;
    if (act.act === 'leave') this.parked = false;
    if (act.act === 'plug' && act.half !== true) this.#plugged(act.evse, act.connector);
    if (act.act === 'press' && act.button === 'start') this.authorized = true;
    if (act.act === 'unplug') this.#unplugged(act.evse);
    if (act.act === 'power') this.booting = act.change !== 'cut';
  }

  #plugged(evse: number, connector: number | undefined): void {
    this.cables.set(evse, connector);
    this.plugged = true;
  }
  #unplugged(evse: number): void {
    this.cables.delete(evse);
    this.plugged = this.cables.size > 0;
    this.charging = false;
    this.suspended = false;
  }

  /** Anything either side said. */
  observed({ name, fields }: Observation): void {
    if (name === 'TransactionEventRequest') this.#transactionEvent(fields);
    if (name === 'AuthorizeResponse' && read(fields, 'idTokenInfo', 'status') === 'Accepted') this.authorized = true;
    if (name === 'RequestStartTransactionResponse' && fields['status'] === 'Accepted') this.authorized = true;
    if (name === 'ResetResponse' && (fields['status'] === 'Accepted' || fields['status'] === 'Scheduled'))
      this.booting = true;
    if (name === 'UpdateFirmwareResponse' && String(fields['status']).startsWith('Accepted'))
      this.firmwarePending = true;
    if (name === 'BootNotificationResponse' && fields['status'] === 'Accepted') this.booting = false;
    if (name === 'FirmwareStatusNotificationRequest' && updateOver.has(fields['status'])) this.firmwarePending = false;
  }

  #transactionEvent(fields: Readonly<Record<string, unknown>>): void {
    const chargingState = read(fields, 'transactionInfo', 'chargingState');
    if (fields['eventType'] === 'Started') this.#begun();
    if (chargingState !== undefined) {
      this.charging = chargingState === 'Charging';
      this.suspended = chargingState === 'SuspendedEV';
    }
    const trigger = fields['triggerReason'];
    if (trigger === 'StopAuthorized' || trigger === 'RemoteStop') this.stopAuthorized = true;
    if (trigger === 'Authorized' || trigger === 'RemoteStart') this.authorized = true;
    if (trigger === 'EVConnectTimeout' || trigger === 'Deauthorized') this.authorized = false;
    if (fields['eventType'] === 'Ended') this.#ended();
    else this.#started(read(fields, 'transactionInfo', 'transactionId'));
  }

  /** What an earlier session of the case left behind says nothing about this one. */
  #begun(): void {
    this.stopAuthorized = false;
    this.suspended = false;
  }
  #started(id: unknown): void {
    this.transaction = 'running';
    this.transactionId = typeof id === 'string' ? id : this.transactionId;
  }
  #ended(): void {
    this.transaction = 'ended';
    this.authorized = false;
    this.charging = false;
  }
}

/** A nested value; undefined where a step is missing. */
export function read(value: unknown, ...path: readonly string[]): unknown {
  let node = value;
  for (const key of path) node = typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined;
  return node;
}

export interface SituationSources {
  readonly progress: Progress;
  readonly mode: 'local' | 'remote';
  readonly runProfile: number;
  readonly byButton: boolean;
  readonly hasLock: boolean;
  readonly txStartPoint: readonly string[];
  readonly txStopPoint: readonly string[];
  readonly pics: Readonly<Record<string, boolean>>;
  readonly variable: (name: string) => string | undefined;
  readonly inputs: ReadonlyMap<string, string>;
  readonly told: (chargingState: string) => boolean;
}

/** The situation of this moment, as the rows of a state may look at it. */
export function situationOf({
  progress,
  mode,
  runProfile,
  byButton,
  hasLock,
  txStartPoint,
  txStopPoint,
  pics,
  variable,
  inputs,
  told,
}: SituationSources): Situation {
  const { parked, plugged, authorized, charging, suspended, stopAuthorized, transaction, booting, firmwarePending } =
    progress;
  return {
    mode,
    runProfile,
    byButton,
    hasLock,
    parked,
    plugged,
    authorized,
    charging,
    suspended,
    stopAuthorized,
    transaction,
    booting,
    firmwarePending,
    told,
    startsAt: (point) => txStartPoint.includes(point),
    stopsAt: (point) => txStopPoint.includes(point),
    pics: (code) => pics[code] === true,
    variable,
    input: (key) => inputs.get(key),
  };
}
