import type { Requests } from '../ocpp/index.ts';
import type { SecurityProfile } from '../transport/types.ts';
import type { BootStatus, CertificateHashData, SigningUse, StationProvision } from './options.ts';
import { type StoredPassword, storePassword } from './password.ts';
import type { ComponentVariable } from './payload.ts';

export interface TransactionRecord {
  readonly transactionId: string;
  evseId: number | undefined;
  connectorId: number | undefined;
  idToken: string | undefined;
  remoteStartId: number | undefined;
  chargingState: string | undefined;
  startedAt: string; // time of the first event seen
  endedAt: string | undefined;
  stoppedReason: string | undefined;
  firstWh: number | undefined; // Energy.Active.Import.Register
  lastWh: number | undefined;
  cost: number | undefined;
  /** A NotifyEVChargingNeeds came for it: ISO 15118 (K01.FR.34). */
  iso15118: boolean;
  readonly seqNos: Set<number>;
}
export interface VariableRecord extends ComponentVariable {
  readonly values: Map<string, string | undefined>; // by attribute type
  mutability: string | undefined;
}
export interface ReportRecord {
  readonly requestId: number;
  readonly kind: string;
  parts: number;
  complete: boolean;
  readonly lines: string[];
}
export interface ProfileRecord {
  readonly id: number;
  readonly evseId: number;
  readonly purpose: string;
  readonly kind: string;
  readonly stackLevel: number;
  readonly transactionId: string | undefined;
}
export interface MonitorRecord {
  readonly id: number;
  readonly type: string;
  readonly value: number;
  readonly severity: number;
  readonly variable: string;
}
export type ConnectorStatus = Requests['StatusNotification']['connectorStatus'];

/** What the CSMS knows of one station; lives as long as the process, over connections and boots. */
export class StationRecord {
  readonly identity: string;
  readonly serialNumber: string | undefined;
  readonly phases: 1 | 3;
  commonName: string;
  password: StoredPassword | undefined;
  securityProfiles: Set<SecurityProfile>;
  /** Profiles the CSMS told it to move to (SetNetworkProfile); the first connection there makes it final (A05.FR.07). */
  readonly upgradesOrdered = new Set<SecurityProfile>();

  bootQueue: BootStatus[];
  bootStatus: BootStatus | 'none' = 'none';
  boot: Requests['BootNotification'] | undefined;
  /** Actions the CSMS asked for since the last boot answer (B02.FR.02). */
  readonly asked = new Set<string>();

  readonly transactions = new Map<string, TransactionRecord>();
  readonly connectors = new Map<string, { evseId: number; connectorId: number; status: ConnectorStatus }>();
  readonly variables = new Map<string, VariableRecord>();
  readonly reports = new Map<number, ReportRecord>();
  readonly monitors = new Map<number, MonitorRecord>();
  readonly profiles = new Map<number, ProfileRecord>();
  installedCertificates: CertificateHashData[] = [];
  readonly networkSlots = new Map<number, SecurityProfile>();
  readonly notices: { readonly at: number; readonly action: string; readonly payload: object }[] = [];
  csr: { readonly pem: string; readonly use: SigningUse } | undefined;
  localListVersion = 0;
  /** Tokens on its local authorization list, as far as this CSMS put them there. */
  readonly localList = new Set<string>();
  latestProfileId: number | undefined;
  latestReservationId: number | undefined;
  latestDisplayMessageId: number | undefined;
  latestMonitorIds: number[] = [];
  /** Answer to the last GetCompositeSchedule, GetLocalListVersion and so on, by action. */
  readonly answers = new Map<string, object>();

  constructor(provision: StationProvision) {
    this.identity = provision.identity;
    this.serialNumber = provision.serialNumber;
    this.commonName = provision.serialNumber ?? provision.identity;
    this.phases = provision.phases ?? 3;
    this.password = provision.password === undefined ? undefined : storePassword(provision.password);
    this.securityProfiles = new Set(provision.securityProfiles);
    this.bootQueue = [...(provision.bootStatuses ?? [])];
  }

  get latestTransaction(): TransactionRecord | undefined {
    return [...this.transactions.values()].at(-1);
  }

  /** The running transaction at an EVSE, else the last one there. */
  transactionAt(evseId: number): TransactionRecord | undefined {
    const there = [...this.transactions.values()].filter((one) => one.evseId === evseId);
    return there.findLast((one) => one.endedAt === undefined) ?? there.at(-1);
  }

  /** Keeps the last 200 things a station told. */
  note(at: number, action: string, payload: object): void {
    this.notices.push({ at, action, payload });
    if (this.notices.length > 200) this.notices.shift();
  }

  /** A number reported for a variable, such as ItemsPerMessage; undefined = not known. */
  limit(name: string): number | undefined {
    const variable = this.variables.get(name);
    const text = variable?.values.get('Actual') ?? variable?.values.get('MaxSet');
    return text === undefined || !/^\d+$/.test(text) ? undefined : Number(text);
  }
}
