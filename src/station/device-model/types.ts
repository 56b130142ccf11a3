import type { EvseDescription } from '../../rig/model/types.ts';

export type AttributeType = 'Actual' | 'Target' | 'MinSet' | 'MaxSet';
export type Mutability = 'ReadOnly' | 'WriteOnly' | 'ReadWrite';
/** OCPP DataEnumType. */
export type DataType =
  | 'string'
  | 'decimal'
  | 'integer'
  | 'dateTime'
  | 'boolean'
  | 'OptionList'
  | 'SequenceList'
  | 'MemberList';
/** Data types of the appendix; the two string kinds are reported as `string`. */
export type StandardDataType = DataType | 'passwordString' | 'identifierString';
export type StandardVariable = readonly [
  component: string,
  variable: string,
  instance: string,
  required: boolean,
  dataType: StandardDataType,
  unit: string,
];

/** Which one of several: instance of the variable, EVSE and connector of the component, instance of the component. */
export interface Where {
  readonly instance?: string;
  readonly evseId?: number;
  readonly connectorId?: number;
  readonly componentInstance?: string;
}

export interface AttributeDefinition {
  readonly type: AttributeType;
  /** First value; undefined = supported but not set. */
  readonly value: string | undefined;
  readonly mutability: Mutability;
  readonly persistent: boolean;
  readonly constant: boolean;
}

export interface VariableDefinition {
  readonly component: string;
  readonly variable: string;
  readonly where: Where;
  readonly attributes: readonly AttributeDefinition[];
  readonly dataType: DataType;
  readonly unit?: string;
  /** Numbers: the lowest legal value. */
  readonly minLimit?: number;
  /** Numbers: the highest legal value; strings and lists: the greatest length. */
  readonly maxLimit?: number;
  readonly valuesList?: readonly string[];
  readonly supportsMonitoring: boolean;
  /** A value set by the CSMS is used from the next reboot on: answered RebootRequired. */
  readonly rebootRequired: boolean;
}

/** OCPP StatusInfoType: reason code of appendix 5 of Part 2. */
export interface Refusal {
  readonly reasonCode: string;
  readonly additionalInfo?: string;
}

export interface VariableChange {
  readonly component: string;
  readonly variable: string;
  readonly where: Where;
  readonly attribute: AttributeType;
  readonly from: string | undefined;
  readonly to: string;
  readonly by: 'CSMS' | 'station';
}

export type Feature =
  | 'smartCharging'
  | 'localAuthList'
  | 'authCache'
  | 'reservation'
  | 'iso15118'
  | 'displayMessage'
  | 'tariffCost'
  | 'monitoring';

/** What the station is made of; decides which components and variables exist and what they hold at first. */
export interface DeviceModelConfig {
  readonly identity: string;
  readonly vendorName: string;
  readonly model: string;
  readonly firmwareVersion: string;
  readonly serialNumber?: string;
  readonly securityProfile: 1 | 2 | 3;
  readonly basicAuthPassword?: string;
  readonly organizationName?: string;
  /** Configuration slots of network connection profiles, in order of priority; default 1,2 (B09.FR.06: at least two). */
  readonly networkSlots?: readonly number[];
  readonly evses: readonly EvseDescription[];
  /** Functional blocks; one that is left out is not there. */
  readonly features?: Readonly<Partial<Record<Feature, boolean>>>;
  /** First values that differ from the defaults. */
  readonly values?: readonly (Where & {
    readonly component: string;
    readonly variable: string;
    readonly value: string;
  })[];
  /** Variables that must not exist on this station (optional ones of the standard). */
  readonly without?: readonly { readonly component: string; readonly variable: string }[];
  /** Further variables. */
  readonly extra?: readonly VariableDefinition[];
}
