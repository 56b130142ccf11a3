import { download, upload } from '../files/index.ts';
import type { Action, Requests } from '../ocpp/index.ts';
import type { RigModel, SensorEvent } from '../rig/model/index.ts';
import type { CallOutcome } from '../transport/types.ts';
import { createAuthorizer } from './authorization.ts';
import { createAvailability } from './availability.ts';
import { createBoot } from './boot.ts';
import { provisioned } from './certificate-options.ts';
import { createCertificates } from './certificates/index.ts';
import { commandHandlers } from './commands.ts';
import { createConnection } from './connection.ts';
import { createConnectors } from './connectors.ts';
import type { Core } from './core.ts';
import { buildDeviceModel, watchVariables } from './device.ts';
import { createDeviceModel, type DeviceModel } from './device-model/index.ts';
import { createFirmware } from './firmware/index.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createIncoming, type Incoming } from './incoming.ts';
import { createLifeCycle, type LifeCycle } from './life-cycle.ts';
import { createLocalList } from './local-list.ts';
import { createLogs, logLines } from './logging/index.ts';
import { createMeter } from './meter-values.ts';
import { createNetwork } from './network.ts';
import { createOutgoing } from './outgoing.ts';
import type { Handlers, StationModule, StationParts, Store, TransactionFacts } from './parts.ts';
import { createSecurityQueue, createTransactionQueue } from './queue.ts';
import { createResetControl } from './reset.ts';
import { createScript } from './script/index.ts';
import { honestParts } from './seams.ts';
import { securityEvent } from './security-events.ts';
import { createSmartCharging } from './smart-charging/index.ts';
import { createStationClock } from './station-clock.ts';
import { createTransactionControl } from './transactions/control.ts';
import { createLocalAccess } from './transactions/local.ts';
import { remoteHandlers } from './transactions/remote.ts';
import { factsOf } from './transactions/session.ts';
import { triggerHandlers } from './trigger.ts';
import type { Nameplate, StationFeatures, StationOptions, StationScript } from './types.ts';

type Where = { instance?: string; evseId?: number; connectorId?: number };

const usualFeatures: Required<StationFeatures> = {
  authCache: true,
  localAuthList: true,
  smartCharging: true,
  firmware: true,
  certificates: true,
  reservation: false,
  iso15118: false,
  displayMessage: false,
  tariffCost: false,
  monitoring: false,
  signedReadings: false,
  evseReset: true,
  remoteStartWithoutEvse: true,
  remoteOnly: false,
  connectorStatus: 'StatusNotification',
};

/** Composition root of the engine: every block, wired to every other through `Core`. */
export class StationCore implements Core {
  readonly options: StationOptions;
  readonly identity: string;
  readonly features: Required<StationFeatures>;
  readonly rig: RigModel;
  readonly store: Store;
  readonly nameplate: Nameplate;
  readonly quiet: boolean;
  readonly evseIds: readonly number[];
  readonly clock;
  readonly script: StationScript;
  readonly modules: readonly StationModule[];
  readonly parts: StationParts;
  readonly #model: DeviceModel;
  readonly #outgoing = createOutgoing(() => this);
  readonly #incoming: Incoming;
  readonly #lifeCycle: LifeCycle;
  readonly network = createNetwork(this);
  readonly heartbeat = createHeartbeat(this);
  readonly availability = createAvailability(this);
  readonly resets = createResetControl(this);
  readonly boot;
  readonly connection;
  readonly transactionEvents;
  readonly securityEvents;
  readonly connectors;
  readonly authorizer;
  readonly localList;
  readonly meter;
  readonly control;
  readonly smartCharging;
  readonly certificates;
  readonly firmware;

  constructor(options: StationOptions) {
    this.options = options;
    this.identity = options.identity;
    this.features = { ...usualFeatures, ...options.features };
    this.rig = options.rig;
    this.store = options.store;
    this.nameplate = options.nameplate;
    this.quiet = options.quiet === true;
    this.evseIds = options.rig.description.evses.map(({ id }) => id);
    this.clock = createStationClock(options.clock);
    this.#model = buildDeviceModel(options, this.features);
    this.#incoming = createIncoming(this, this.#outgoing.turn);
    this.transactionEvents = createTransactionQueue(this);
    this.securityEvents = createSecurityQueue(this);
    this.connectors = createConnectors(this);
    this.localList = createLocalList(this);
    this.authorizer = createAuthorizer(this);
    this.meter = createMeter(this);
    this.control = createTransactionControl(this);
    const { evses } = options.rig.description;
    this.smartCharging = this.features.smartCharging ? createSmartCharging(this, { evses }) : undefined;
    this.certificates = this.features.certificates
      ? createCertificates(this, { ...provisioned(options), renewed: () => this.connection.renew('a new certificate') })
      : undefined;
    this.firmware = this.features.firmware
      ? createFirmware(this, { version: options.nameplate.firmwareVersion, download })
      : undefined;
    this.#lifeCycle = createLifeCycle(this, createLocalAccess(this));
    this.boot = createBoot(this, {
      onAccepted: () => this.#lifeCycle.accepted(),
      firmwareVersion: () => this.firmware?.version() ?? options.nameplate.firmwareVersion,
    });
    this.connection = createConnection(this, {
      onOpen: () => this.#lifeCycle.linked(),
      onClosed: () => this.#lifeCycle.unlinked(),
      onCall: (action, payload, messageId) => this.#incoming.serve(action, payload, messageId),
    });
    const deviceModel = createDeviceModel(this, this.#model);
    const logs = createLogs(this, { upload, lines: (type) => logLines(this, type) });
    this.modules = [deviceModel, this.smartCharging, this.certificates, this.firmware, logs].filter(
      (module) => module !== undefined,
    );
    const honest = honestParts(this, this.#handlers());
    this.parts = options.shape?.(honest) ?? honest;
    this.script = createScript(this, this.#incoming);
    watchVariables(this, this.#model);
  }

  #handlers(): Handlers {
    const own: readonly Handlers[] = [
      this.network.handlers,
      this.availability.handlers,
      this.authorizer.handlers,
      this.localList.handlers,
      this.resets.handlers,
      remoteHandlers(this),
      triggerHandlers(this),
      commandHandlers(this),
    ];
    const ofModules = this.modules.map(({ handlers }) => handlers ?? {});
    return Object.assign({}, ...own, ...ofModules);
  }

  get linked(): boolean {
    return this.connection.open;
  }
  get online(): boolean {
    return this.connection.open && this.boot.status === 'Accepted';
  }
  get life(): number {
    return this.#lifeCycle.life;
  }

  get automatic(): boolean {
    return this.#lifeCycle.automatic;
  }

  start(): void {
    this.#lifeCycle.start();
  }
  stop(): Promise<void> {
    return this.#lifeCycle.stop();
  }
  sensed(event: SensorEvent): void {
    this.#lifeCycle.sensed(event);
  }

  send<A extends Action>(action: A, request: Requests[A]): Promise<CallOutcome> {
    if (action === 'TransactionEvent') return this.transactionEvents.add(request);
    if (action === 'SecurityEventNotification') return this.securityEvents.add(request);
    return this.sendNow(action, request);
  }
  sendNow: Core['sendNow'] = (action, request, options) => this.#outgoing.sendNow(action, request, options);
  asked: Core['asked'] = (action) => this.#outgoing.asked(action);
  afterAnswer: Core['afterAnswer'] = (work) => this.#outgoing.afterAnswer(work);
  background(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.log(`bug: ${error instanceof Error ? (error.stack ?? error.message) : error}`));
  }
  log = (text: string): void => this.options.log?.(text);

  securityEvent(type: string, techInfo?: string): void {
    securityEvent(this, type, techInfo);
  }
  variable(component: string, variable: string, where?: Where): string | undefined {
    return this.#model.value(component, variable, where);
  }
  /** A variable this station does not have is left alone. */
  setVariable(component: string, variable: string, value: string, where?: Where): void {
    if (this.#model.find(component, variable, where) !== undefined)
      this.#model.write(component, variable, value, where);
  }
  transaction(evseId: number): TransactionFacts | undefined {
    const session = this.control.session(evseId);
    return session === undefined ? undefined : factsOf(session);
  }
  transactions(): readonly TransactionFacts[] {
    return this.control.sessions.flatMap((session) => factsOf(session) ?? []);
  }
  reboot(reason: string): void {
    this.#lifeCycle.reboot(reason);
  }
  setAvailabilityForUpdate(inoperative: boolean): void {
    this.availability.setForUpdate(inoperative);
  }
  limitsChanged(evseId?: number): void {
    this.control.regulate(evseId);
  }
}
