import type { State } from '../types.ts';

/**
 * Our own: what follows SignatureVerified until the new firmware runs (L01; TC_L_01..L_16). Which optional statuses and how
 * many reboots there are is the station's choice; Installed and the security event FirmwareUpdated are not.
 */
export const firmwareInstalled: State = {
  name: 'FirmwareInstalled',
  kind: 'own',
  stages: [
    {
      deadline: 'file',
      expects: [
        { event: 'FirmwareStatusNotificationRequest', times: 'optional', fields: { status: 'InstallScheduled' } },
        { event: 'FirmwareStatusNotificationRequest', times: 'any', fields: { status: 'InstallRebooting' } },
        { event: 'FirmwareStatusNotificationRequest', times: 'any', fields: { status: 'Installing' } },
        { event: 'BootNotificationRequest', times: 'any', fields: { reason: 'FirmwareUpdate' } },
        { event: 'FirmwareStatusNotificationRequest', fields: { status: 'Installed' } },
        { event: 'SecurityEventNotificationRequest', fields: { type: 'FirmwareUpdated' } },
        {
          event: 'SecurityEventNotificationRequest',
          times: 'any',
          fields: { type: 'StartupOfTheDevice or ResetOrReboot' },
        },
        { event: 'connector status', times: 'any', fields: { connectorStatus: 'Available or Unavailable' } },
      ],
    },
  ],
};
