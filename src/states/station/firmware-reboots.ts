import type { State, StateRow } from '../types.ts';

const rebooting = { event: 'FirmwareStatusNotificationRequest', fields: { status: 'InstallRebooting' } } as const;
const boot = { event: 'BootNotificationRequest', fields: { reason: 'FirmwareUpdate' } } as const;
/** What comes along with a boot. */
const company: readonly StateRow[] = [
  { event: 'connector status', times: 'any' },
  { event: 'SecurityEventNotificationRequest', times: 'any', fields: { type: 'StartupOfTheDevice or ResetOrReboot' } },
];

/** Part 6, table 439: a reboot before the installation; a bootloader may not speak OCPP, so all after it is optional. */
export const rebootBeforeFirmwareInstallation: State = {
  name: 'RebootBeforeFirmwareInstallation',
  kind: 'reusable',
  stages: [
    {
      deadline: 'boot',
      expects: [
        rebooting,
        { ...boot, times: 'optional' },
        ...company,
        { event: 'FirmwareStatusNotificationRequest', times: 'optional', fields: { status: 'Installing' } },
      ],
    },
  ],
};

/** Part 6, table 440: a reboot that activates what is installed; telling of it beforehand is optional. */
export const rebootBeforeFirmwareActivation: State = {
  name: 'RebootBeforeFirmwareActivation',
  kind: 'reusable',
  stages: [
    {
      deadline: 'boot',
      expects: [
        { ...rebooting, times: 'optional' },
        boot,
        { event: 'connector status', fields: { connector: 'each of <connectors>' } },
        ...company,
      ],
    },
  ],
};
