import type { Requests, Responses } from '../../ocpp/index.ts';
import type { StationContext, StationModule } from '../parts.ts';
import { Gate } from '../waiting.ts';
import type { Download, FirmwareStatus, PersistedUpdate, UpdateRequest } from './types.ts';
import { update } from './update.ts';

const updateKey = 'firmware update';
const versionKey = 'firmware version';
const statusKey = 'firmware status';

export interface FirmwareOptions {
  /** Version that the factory installed. */
  readonly version: string;
  readonly download: Download;
  /** OCPP seconds that writing an image takes; default 5. */
  readonly installSeconds?: number;
  /** Whether an update under way can be given up for another one (L01.FR.24, .27); default true. */
  readonly cancelable?: boolean;
}

export interface Firmware extends StationModule {
  /** Version for BootNotification; changes with an installation. */
  version(): string;
  /** To be told whenever a transaction ended: a waiting installation may begin. */
  transactionEnded(): void;
  /** An update is under way (ResetRequest, reason FwUpdateInProgress). */
  updating(): boolean;
}

/** Factory version with the first digits of the image's hash: another image is another version. */
const versionOf = (factory: string, sha256: string) => `${factory.slice(0, 40)}+${sha256.slice(0, 8)}`;

/** L01, L02: UpdateFirmware, its status notifications, the reboot into the new firmware. */
export function createFirmware(context: StationContext, options: FirmwareOptions): Firmware {
  const { store } = context;
  const transactionsEnded = new Gate();
  let running: AbortController | undefined;

  async function send(request: Requests['FirmwareStatusNotification']): Promise<void> {
    store.set(statusKey, request);
    await context.send('FirmwareStatusNotification', request);
  }

  const version = () => store.get<string>(versionKey) ?? options.version;

  /** L01.FR.32 (a): the new firmware itself reports Installed, after the boot. */
  function activate(request: UpdateRequest, sha256: string): void {
    const persisted: PersistedUpdate = { request, phase: 'activating' };
    store.set(updateKey, persisted);
    store.set(versionKey, versionOf(options.version, sha256));
    context.setVariable('ChargingStation', 'FirmwareVersion', version());
    context.reboot('FirmwareUpdate');
  }

  function begin(request: UpdateRequest): void {
    const persisted: PersistedUpdate = { request, phase: 'updating' };
    store.set(updateKey, persisted);
    const control = new AbortController();
    running = control;
    const parts = {
      context,
      download: options.download,
      notify: (status: FirmwareStatus) => send({ status, requestId: request.requestId }),
      transactionsEnded,
      installSeconds: options.installSeconds ?? 5,
      activate: (sha256: string) => activate(request, sha256),
    };
    context.clock.after(0, () => {
      update(parts, request, control.signal).then(
        (end) => {
          if (end === 'failed') abandon(control);
          else if (running === control) running = undefined;
        },
        (error: unknown) => {
          context.log(`firmware: update ${request.requestId} broke: ${String(error)}`);
          abandon(control);
        },
      );
    });
  }

  /** The update came to nothing; the station goes on as it was. */
  function abandon(control: AbortController): void {
    if (running !== control) return;
    running = undefined;
    store.delete(updateKey);
    context.setAvailabilityForUpdate(false);
  }

  async function updateFirmware(request: UpdateRequest): Promise<Responses['UpdateFirmware']> {
    const { signingCertificate } = request.firmware;
    if (signingCertificate !== undefined) {
      const judged = await context.parts.firmware.certificate(signingCertificate); // L01.FR.21, .22
      if (judged !== 'valid') {
        context.securityEvent('InvalidFirmwareSigningCertificate'); // L01.FR.02
        return { status: judged === 'revoked' ? 'RevokedCertificate' : 'InvalidCertificate' };
      }
    }
    const ongoing = store.get<PersistedUpdate>(updateKey);
    if (ongoing?.phase === 'activating' || (ongoing !== undefined && options.cancelable === false))
      return { status: 'Rejected', statusInfo: { reasonCode: 'FwUpdateInProgress' } }; // L01.FR.27
    if (running !== undefined) {
      running.abort();
      context.setAvailabilityForUpdate(false);
    }
    begin(request);
    return { status: ongoing === undefined ? 'Accepted' : 'AcceptedCanceled' }; // L01.FR.24
  }

  /** After the boot: what was installed is reported (L01.FR.28, .31), what was interrupted begins anew. */
  async function resume(): Promise<void> {
    const persisted = store.get<PersistedUpdate>(updateKey);
    if (persisted === undefined || running !== undefined) return;
    if (persisted.phase === 'updating') {
      begin(persisted.request);
      return;
    }
    store.delete(updateKey);
    context.setAvailabilityForUpdate(false);
    context.securityEvent('FirmwareUpdated', version());
    await send({ status: 'Installed', requestId: persisted.request.requestId });
  }

  /** L01.FR.25, .26, F06.FR.16: the last status, Idle when there is none or the last was Installed. */
  function lastStatus(): Requests['FirmwareStatusNotification'] {
    const last = store.get<Requests['FirmwareStatusNotification']>(statusKey);
    return last === undefined || last.status === 'Installed' ? { status: 'Idle' } : last;
  }

  return {
    handlers: { UpdateFirmware: updateFirmware },
    triggers: {
      FirmwareStatusNotification: () => {
        context.clock.after(0, () => void context.send('FirmwareStatusNotification', lastStatus()));
        return 'Accepted';
      },
    },
    accepted: () => void resume(),
    poweredOff() {
      running?.abort();
      running = undefined;
    },
    version,
    transactionEnded: () => void context.clock.after(0, () => transactionsEnded.open()),
    updating: () => store.get<PersistedUpdate>(updateKey) !== undefined,
  };
}
