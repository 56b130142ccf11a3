import { define } from '../definition.ts';
import type { DeviceModelConfig, VariableDefinition } from '../types.ts';

const transactionEvent = { instance: 'TransactionEvent', mutability: 'ReadWrite' } as const;

function messageLimits(): VariableDefinition[] {
  const messages = ['GetReport', 'GetVariables', 'SetVariables'];
  return [
    ...messages.map((instance) =>
      define('DeviceDataCtrlr', 'ItemsPerMessage', { instance, value: '64', constant: true }),
    ),
    ...messages.map((instance) =>
      define('DeviceDataCtrlr', 'BytesPerMessage', { instance, value: '65536', constant: true }),
    ),
    define('DeviceDataCtrlr', 'ConfigurationValueSize', { value: '1000', maxLimit: 1000, constant: true }),
    define('DeviceDataCtrlr', 'ReportingValueSize', { value: '2500', maxLimit: 2500, constant: true }),
  ];
}

/** How to wait before connecting again (Part 4, 5.3) and how to keep the link alive (Part 4, 8). */
function reconnecting(): VariableDefinition[] {
  const seconds = { mutability: 'ReadWrite', minLimit: 0, unit: 's' } as const;
  return [
    define('OCPPCommCtrlr', 'RetryBackOffRepeatTimes', { value: '3', mutability: 'ReadWrite', minLimit: 0 }),
    define('OCPPCommCtrlr', 'RetryBackOffRandomRange', { value: '2', ...seconds }),
    define('OCPPCommCtrlr', 'RetryBackOffWaitMinimum', { value: '5', ...seconds }),
    define('OCPPCommCtrlr', 'WebSocketPingInterval', { value: '60', ...seconds }),
    define('OCPPCommCtrlr', 'NetworkProfileConnectionAttempts', { value: '3', mutability: 'ReadWrite', minLimit: 1 }),
    define('OCPPCommCtrlr', 'OfflineThreshold', { value: '60', ...seconds }),
  ];
}

/** OCPPCommCtrlr, DeviceDataCtrlr, ClockCtrlr: what every station has to talk OCPP. */
export function communicationVariables({ networkSlots = [1, 2] }: DeviceModelConfig): VariableDefinition[] {
  const slots = networkSlots.map(String);
  return [
    define('OCPPCommCtrlr', 'ActiveNetworkProfile', { value: slots[0] ?? '1', persistent: true, dataType: 'integer' }),
    define('OCPPCommCtrlr', 'FileTransferProtocols', { value: 'HTTP', valuesList: ['HTTP', 'HTTPS'], constant: true }),
    define('OCPPCommCtrlr', 'HeartbeatInterval', { value: '300', mutability: 'ReadWrite', minLimit: 1 }),
    define('OCPPCommCtrlr', 'MessageTimeout', { instance: 'Default', value: '30' }),
    define('OCPPCommCtrlr', 'MessageAttempts', { value: '3', minLimit: 1, ...transactionEvent }),
    define('OCPPCommCtrlr', 'MessageAttemptInterval', { value: '10', minLimit: 0, unit: 's', ...transactionEvent }),
    // B10.FR.01 and .04: taken up by the first connection after a reboot.
    define('OCPPCommCtrlr', 'NetworkConfigurationPriority', {
      value: slots[0] ?? '1',
      valuesList: slots,
      dataType: 'SequenceList',
      mutability: 'ReadWrite',
      rebootRequired: true,
    }),
    define('OCPPCommCtrlr', 'ResetRetries', { value: '1', mutability: 'ReadWrite', minLimit: 0 }),
    define('OCPPCommCtrlr', 'UnlockOnEVSideDisconnect', { value: 'true', mutability: 'ReadWrite' }),
    ...reconnecting(),
    ...messageLimits(),
    define('ClockCtrlr', 'DateTime'),
    define('ClockCtrlr', 'TimeSource', { value: 'Heartbeat', valuesList: ['Heartbeat'], mutability: 'ReadWrite' }),
  ];
}
