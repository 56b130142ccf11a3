import type { Requests } from '../../ocpp/index.ts';

export type ChargingProfile = Requests['SetChargingProfile']['chargingProfile'];
export type ChargingSchedule = ChargingProfile['chargingSchedule'][number];
export type RateUnit = ChargingSchedule['chargingRateUnit'];
export type Purpose = ChargingProfile['chargingProfilePurpose'];
export type LimitSource = Requests['ReportChargingProfiles']['chargingLimitSource'];

/** A profile where it is installed; EVSE 0 is the station. */
export interface Installed {
  readonly evseId: number;
  readonly source: LimitSource;
  readonly profile: ChargingProfile;
}

/** One period of a schedule on the time line; epoch milliseconds, `end` may be Infinity and is not part of it. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly limit: number;
  readonly unit: RateUnit;
  readonly numberPhases: number | undefined;
}

export interface Refusal {
  readonly reasonCode: string;
  readonly additionalInfo?: string;
}

/** What conversion between A and W needs to know (K01.FR.49-51). */
export interface Supply {
  /** Nominal line voltage of the area, line to neutral. */
  readonly voltage: number;
  readonly phases: number;
  readonly current: 'AC' | 'DC';
}
