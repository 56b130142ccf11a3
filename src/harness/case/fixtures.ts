import { randomInt } from 'node:crypto';
import { certificateHashData, type HashAlgorithm } from '../../pki/parse/index.ts';
import type { Config } from '../config/types.ts';

/** Certificates and files a case may name; PEM texts. Provided by the bench of the run. */
export interface Assets {
  readonly csmsRoot: string;
  readonly newCsmsRoot: string;
  /** The same name and key, signed by `csmsRoot`: what AdditionalRootCertificateCheck wants (M05.FR.10). */
  readonly newCsmsRootByOld?: string;
  readonly firmwareRoot: string;
  readonly client: { readonly certificate: string; readonly key: string } | undefined;
  readonly clientFromUnknownCa: { readonly certificate: string; readonly key: string } | undefined;
  readonly clientExpired: { readonly certificate: string; readonly key: string } | undefined;
  readonly clientOfAnotherStation: { readonly certificate: string; readonly key: string } | undefined;
  /** FirmwareType fields that an UpdateFirmware of ours carries, by what is wrong with it. */
  readonly firmware: (
    variant: 'valid' | 'slow' | 'invalid certificate' | 'invalid signature',
  ) => Readonly<Record<string, unknown>>;
  /** Where a station may put its logs; only our CSMS has such a place. */
  readonly logUrl?: string;
}

export interface FixtureFacts {
  readonly config: Config;
  readonly assets: Assets;
  readonly password: string;
  readonly connectors: (evse: number) => readonly number[];
  readonly evses: readonly number[];
  /** Current state of the EVSE's connector without cable: Available, or what was ordered. */
  readonly statusWithoutCable: string;
  readonly newPassword: string;
  /** The station takes a new CSMS root only when the old one signed it (SecurityCtrlr.AdditionalRootCertificateCheck). */
  readonly rootsAreChecked: boolean;
  /** No reader, a start button: its sessions have the token of C02.FR.01. */
  readonly startsByButton: boolean;
  /** Is a cable in at the EVSE the cases use? */
  readonly plugged: boolean;
  /** Seconds until our station boots again after Pending or Rejected: what the CSMS said, or the heartbeat interval for 0. */
  readonly bootInterval: number;
}

type Source = (facts: FixtureFacts) => unknown;

const connector = (evse: number, id: number) => ({ id: evse, connectorId: id });

function allConnectors({ evses, connectors }: FixtureFacts) {
  return evses.flatMap((evse) => connectors(evse).map((id) => connector(evse, id)));
}

/** MessageInfoType with what is configured and an id of its own. */
function displayMessage({ config }: FixtureFacts, more: string): unknown {
  const { priority, format, content } = config.fixtures.display;
  return { id: newId(), priority, message: { format, content: `${content}${more}` } };
}

function newCsmsRoot({ assets, rootsAreChecked }: FixtureFacts): string {
  return (rootsAreChecked ? assets.newCsmsRootByOld : undefined) ?? assets.newCsmsRoot;
}

const newId = (): number => randomInt(1, 2 ** 31 - 1);

const sources: Readonly<Record<string, Source>> = {
  evse: ({ config }) => config.fixtures.evse,
  'all evses': ({ evses }) => evses,
  connector: ({ config }) => connector(config.fixtures.evse, config.fixtures.connector),
  connectors: allConnectors,
  'connectors of evse': ({ config, connectors }) =>
    connectors(config.fixtures.evse).map((id) => connector(config.fixtures.evse, id)),
  'other connectors': (facts) => allConnectors(facts).filter(({ id }) => id !== facts.config.fixtures.evse),
  'as the rig stands': (facts) =>
    allConnectors(facts).map(({ id, connectorId }) => {
      const { evse, connector: plugged } = facts.config.fixtures;
      return facts.plugged && id === evse && connectorId === plugged ? 'Occupied' : facts.statusWithoutCable;
    }),
  'connector id': ({ config }) => config.fixtures.connector,
  'status without cable': ({ statusWithoutCable }) => statusWithoutCable,
  'security profile': ({ config }) => config.securityProfile,
  'station identity': ({ config }) => config.identity,
  password: ({ password }) => password,
  'new password': ({ newPassword }) => newPassword,
  'too short password': () => 'tooShort15chars',
  'wrong username': ({ config }) => `${config.identity.slice(0, 40)}-wrong`,
  'wrong password': () => 'assay-wrong-password-01',
  phases: ({ config }) => config.fixtures.phases,
  'boot interval': ({ bootInterval }) => bootInterval,
  'charging rate unit': ({ config }) => config.fixtures.chargingRateUnit,
  'stack level': ({ config }) => config.fixtures.stackLevel,
  'display priority': ({ config }) => config.fixtures.display.priority,
  'display message': (facts) => displayMessage(facts, ''),
  'display message 2': (facts) => displayMessage(facts, ' (2)'),
  'CSMS root': ({ assets }) => assets.csmsRoot,
  'old CSMS root': ({ assets }) => assets.csmsRoot,
  'new CSMS root': newCsmsRoot,
  'manufacturer root': ({ assets }) => assets.firmwareRoot,
  'client certificate': ({ assets }) => assets.client,
  'client certificate from an unknown CA': ({ assets }) => assets.clientFromUnknownCa,
  'expired client certificate': ({ assets }) => assets.clientExpired,
  'client certificate of another station': ({ assets }) => assets.clientOfAnotherStation,
  firmware: ({ assets }) => assets.firmware('valid'),
  'slow firmware': ({ assets }) => assets.firmware('slow'),
  'firmware with an invalid signing certificate': ({ assets }) => assets.firmware('invalid certificate'),
  'firmware with an invalid signature': ({ assets }) => assets.firmware('invalid signature'),
  'log url': ({ assets }) => assets.logUrl,
};

/** A token as IdTokenType. */
function token({ config, startsByButton }: FixtureFacts, name: string): unknown {
  if (startsByButton && name === 'valid token') return { idToken: '', type: 'NoAuthorization' };
  const found = config.fixtures.tokens[name];
  return found === undefined ? undefined : { idToken: found.idToken, type: found.type };
}

const hashOf = /^(?:(SHA\d{3}) )?hash (?:data )?of (.+)$/;
const isAlgorithm = (text: string): text is HashAlgorithm => ['SHA256', 'SHA384', 'SHA512'].includes(text);

function generated(facts: FixtureFacts, name: string): unknown {
  if (name === 'new id') return newId();
  const [, algorithm = 'SHA256', of] = hashOf.exec(name) ?? [];
  if (of !== undefined && isAlgorithm(algorithm)) {
    const pem = sources[of]?.(facts);
    if (typeof pem !== 'string') return undefined;
    return certificateHashData(pem, pem === facts.assets.newCsmsRootByOld ? facts.assets.csmsRoot : pem, algorithm);
  }
  return undefined;
}

/** Value of a fixture, duration or generator by its name; undefined = no such name. */
export function fixture(facts: FixtureFacts, name: string): unknown {
  const duration = facts.config.durations[name];
  return sources[name]?.(facts) ?? token(facts, name) ?? duration ?? generated(facts, name);
}

/** Names this harness can resolve without a message or variable; for the lint. */
export function resolvableNames(config: Config): readonly string[] {
  return [...Object.keys(sources), ...Object.keys(config.fixtures.tokens), ...Object.keys(config.durations)];
}
