import type { SetNetworkProfileRequest } from '../ocpp/generated/messages/SetNetworkProfileRequest.ts';
import type { KeyPair } from '../transport/types.ts';
import type { Core } from './core.ts';
import type { Handlers } from './parts.ts';
import { flagSetting, listSetting, numberSetting } from './settings.ts';
import type { NetworkProfile } from './types.ts';

/** Network connection profiles and what is shown with them (B09, B10, A05). */
export interface Network {
  readonly handlers: Handlers;
  profile(slot: number): NetworkProfile | undefined;
  /** Slot of connection attempt n (from 0) since the last open link; undefined = none is valid. */
  slotFor(attempt: number): number | undefined;
  /** After a boot the priority list counts again from its first entry (B10.FR.04). */
  restart(): void;
  connectedWith(slot: number): void;
  messageTimeoutSeconds(): number;
  password(): string | undefined;
  /** For connection attempt n (from 0): the certificate before the renewal gets its turn when every slot has failed (A02.FR.28). */
  clientKeyPair(attempt: number): KeyPair | undefined;
  /** Which of the two the present link was opened with. */
  readonly shownClient: 'current' | 'previous';
  csmsRoots(): readonly string[];
  /** Why the CSMS may not set this priority list; undefined = it may (B10.FR.02, A05.FR.02, FR.03). */
  priorityRefusal(value: string): string | undefined;
}

const key = (slot: number) => `network profile ${slot}`;
const lastKey = 'last network slot';

type ConnectionData = SetNetworkProfileRequest['connectionData'];

/** Undefined = usable; else what is wrong with it (B09.FR.02). */
function faultIn(data: ConnectionData): string | undefined {
  if (data.ocppVersion !== 'OCPP20') return `OCPP version ${data.ocppVersion} is not served`;
  if (data.ocppTransport !== 'JSON') return `transport ${data.ocppTransport} is not served`;
  const scheme = /^(wss?):\/\/[^/\s]+/.exec(data.ocppCsmsUrl)?.[1];
  if (scheme === undefined || !URL.canParse(data.ocppCsmsUrl)) return `${data.ocppCsmsUrl} is no WebSocket URL`;
  if (![1, 2, 3].includes(data.securityProfile)) return `there is no security profile ${data.securityProfile}`;
  if ((scheme === 'wss') !== data.securityProfile > 1)
    return `${scheme} does not suit security profile ${data.securityProfile}`;
  return undefined;
}

const asProfile = (value: number): NetworkProfile['securityProfile'] => (value === 3 ? 3 : value === 2 ? 2 : 1);

export function createNetwork(core: Core): Network {
  let stay = false; // after a link was lost the station returns to the slot it had
  let shown: 'current' | 'previous' = 'current';
  const present = () => asProfile(numberSetting(core, 'SecurityCtrlr', 'SecurityProfile', 1));

  const profile = (slot: number): NetworkProfile | undefined => {
    const stored = core.store.get<NetworkProfile | 'removed'>(key(slot));
    return stored === 'removed' ? undefined : (stored ?? core.options.networkProfiles[slot]);
  };
  const priority = () => {
    const listed = listSetting(core, 'OCPPCommCtrlr', 'NetworkConfigurationPriority').map(Number);
    const slots = listed.length > 0 ? listed : Object.keys(core.options.networkProfiles).map(Number);
    return slots.filter((slot) => profile(slot) !== undefined);
  };
  const attemptsEach = () => Math.max(1, numberSetting(core, 'OCPPCommCtrlr', 'NetworkProfileConnectionAttempts', 3));
  const last = () => core.store.get<number>(lastKey);
  const slots = () => {
    const definition = listSetting(core, 'OCPPCommCtrlr', 'NetworkConfigurationPriority').map(Number);
    return new Set([...Object.keys(core.options.networkProfiles).map(Number), ...definition, 1, 2]);
  };

  /** A05.FR.06: a higher profile that works makes the lower ones disappear. */
  function upgrade(slot: number, to: number): void {
    if (to <= present()) return;
    core.setVariable('SecurityCtrlr', 'SecurityProfile', String(to));
    const kept = priority().filter((one) => (profile(one)?.securityProfile ?? 0) >= to);
    for (const one of slots()) if (!kept.includes(one) && one !== slot) core.store.set(key(one), 'removed');
    core.setVariable('OCPPCommCtrlr', 'NetworkConfigurationPriority', kept.join(','));
  }

  function mayLower(to: number): boolean {
    return present() === 3 && to === 2 && flagSetting(core, 'SecurityCtrlr', 'AllowSecurityProfileDowngrade'); // errata 2.5
  }

  return {
    profile,
    slotFor(attempt) {
      const order = priority();
      const before = last();
      if (stay && before !== undefined && profile(before) !== undefined) return before;
      // B10.FR.07: when all have failed, the last one that worked.
      return (
        order[Math.floor(attempt / attemptsEach())] ?? (before !== undefined && profile(before) ? before : order[0])
      );
    },
    restart() {
      stay = false;
    },
    connectedWith(slot) {
      stay = true;
      core.store.set(lastKey, slot);
      core.setVariable('OCPPCommCtrlr', 'ActiveNetworkProfile', String(slot));
      upgrade(slot, profile(slot)?.securityProfile ?? 1);
    },
    messageTimeoutSeconds() {
      const slot = last();
      const own = slot === undefined ? undefined : profile(slot)?.messageTimeout;
      return own ?? numberSetting(core, 'OCPPCommCtrlr', 'MessageTimeout', 30, { instance: 'Default' });
    },
    password: () => core.variable('SecurityCtrlr', 'BasicAuthPassword') ?? core.options.credentials?.password,
    clientKeyPair(attempt) {
      const previous = core.certificates?.previousClientCertificate();
      const turn = attempt - Math.max(1, priority().length) * attemptsEach();
      shown = previous !== undefined && turn >= 0 && turn % 2 === 0 ? 'previous' : 'current';
      if (shown === 'previous') return previous;
      return core.certificates?.clientCertificate() ?? core.options.clientKeyPair;
    },
    get shownClient() {
      return shown;
    },
    csmsRoots: () => core.certificates?.roots('CSMSRootCertificate') ?? core.options.trust?.csmsRoots ?? [],
    priorityRefusal(value) {
      const wanted = value.split(',').map((slot) => Number(slot.trim()));
      const missing = wanted.find((slot) => profile(slot) === undefined);
      if (missing !== undefined) return `slot ${missing} holds no valid network connection profile`;
      const highest = Math.max(...wanted.map((slot) => profile(slot)?.securityProfile ?? 1));
      if (highest <= present()) return undefined;
      const roots = core.certificates?.roots('CSMSRootCertificate') ?? core.options.trust?.csmsRoots ?? [];
      if (roots.length === 0) return `security profile ${highest} needs a CSMSRootCertificate`;
      const pair = core.certificates?.clientCertificate() ?? core.options.clientKeyPair;
      return highest === 3 && pair === undefined ? 'security profile 3 needs a ChargingStationCertificate' : undefined;
    },
    handlers: {
      SetNetworkProfile: ({ configurationSlot, connectionData }) => {
        const rejected = (reasonCode: string, additionalInfo: string) => ({
          status: 'Rejected' as const,
          statusInfo: { reasonCode, additionalInfo: additionalInfo.slice(0, 512) },
        });
        if (!slots().has(configurationSlot))
          return rejected('InvalidConfSlot', `there is no slot ${configurationSlot}`);
        const fault = faultIn(connectionData);
        if (fault !== undefined) return rejected('InvalidNetworkConf', fault);
        const { securityProfile } = connectionData;
        if (securityProfile < present() && !mayLower(securityProfile))
          return rejected('NoSecurityDowngrade', `the station uses security profile ${present()}`);
        core.store.set(key(configurationSlot), {
          url: connectionData.ocppCsmsUrl,
          securityProfile: asProfile(securityProfile),
          messageTimeout: connectionData.messageTimeout,
        } satisfies NetworkProfile);
        return { status: 'Accepted' };
      },
    },
  };
}
