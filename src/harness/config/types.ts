import type { SecurityProfile } from '../../transport/types.ts';

export interface TokenFixture {
  readonly idToken: string;
  readonly type: string;
  readonly status: string;
  readonly group?: string;
}
export interface KeyPairFiles {
  readonly certificate: string;
  readonly key: string;
}
export type Deadline = 'connection' | 'boot' | 'response' | 'message' | 'transaction' | 'file' | 'rig';

/** The configuration after defaults; all times in OCPP seconds, files as absolute paths. */
export interface Config {
  readonly sut: 'station' | 'csms';
  readonly identity: string;
  readonly securityProfile: SecurityProfile;
  readonly password: string;
  readonly listen: {
    readonly host: string;
    readonly path: string;
    readonly ports: Readonly<Partial<Record<SecurityProfile, number>>>;
    readonly filePort: number;
  };
  readonly advertise: { readonly host: string };
  readonly csms: {
    readonly endpoints: Readonly<Partial<Record<SecurityProfile, string>>>;
    readonly roots: readonly string[];
    readonly client?: KeyPairFiles;
    readonly clientOfAnotherStation?: KeyPairFiles;
    readonly clientExpired?: KeyPairFiles;
    readonly rootToInstall?: string;
  };
  readonly rig: RigConfig;
  readonly operator: OperatorConfig;
  readonly fixtures: Fixtures;
  readonly durations: Readonly<Record<string, number>>;
  readonly deadlines: Readonly<Record<Deadline, number>>;
  readonly tolerance: number;
  readonly mode: 'local' | 'remote';
  readonly txStartPoint: readonly string[];
  readonly txStopPoint: readonly string[];
  readonly pics: Readonly<Record<string, boolean>>;
  /** Where each answer comes from, for people: file and line, or a personality. */
  readonly picsSources: Readonly<Record<string, string>>;
  readonly clockFactor: number;
  readonly subject: string;
  readonly restore: boolean;
}
export interface EvseConfig {
  readonly id: number;
  readonly phases?: 1 | 3;
  readonly maxCurrent?: number;
  readonly voltage?: number;
  readonly current?: 'AC' | 'DC';
  readonly baySensor?: boolean;
  readonly connectors?: readonly {
    readonly id: number;
    readonly type?: string;
    readonly fixedCable?: boolean;
    readonly hasLock?: boolean;
  }[];
}
export interface RigConfig {
  /** `none`: nobody moves anything; not for a file, only where a program asks and no case runs. */
  readonly driver: 'embedded' | 'prompt' | 'octt-sut-api' | 'none';
  readonly url?: string;
  readonly timeout: number;
  readonly evses: readonly EvseConfig[];
  readonly tokenReader: boolean;
  readonly buttons: readonly ('start' | 'stop')[];
  readonly display: boolean;
}
export interface OperatorConfig {
  readonly driver: 'embedded' | 'prompt' | 'http' | 'none';
  readonly url?: string;
  readonly table?: string;
  readonly timeout: number;
  readonly unavailable: readonly string[];
}
export interface Fixtures {
  readonly tokens: Readonly<Record<string, TokenFixture>>;
  readonly evse: number;
  readonly connector: number;
  readonly evses: number;
  /** Message of the display cases, in a priority and format that the station supports. */
  readonly display: { readonly priority: string; readonly format: string; readonly content: string };
  readonly stackLevel: number;
  readonly chargingRateUnit: 'A' | 'W';
  readonly phases: 1 | 3;
  readonly voltage: number;
  readonly maxCurrent: number;
  readonly firmware?: {
    readonly file: string;
    readonly signature: string;
    readonly signingCertificate: string;
    readonly version?: string;
  };
}
