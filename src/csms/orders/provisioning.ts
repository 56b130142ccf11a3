import type { Requests } from '../../ocpp/index.ts';
import type { SecurityProfile } from '../../transport/types.ts';
import { defined, variableName } from '../payload.ts';
import type { Composer, OrderContext } from './context.ts';
import { portions, readVariables } from './read.ts';
import type { Words } from './words.ts';

type SetVariableData = Requests['SetVariables']['setVariableData'][number];

const items = ({ record }: OrderContext, message: string, controller = 'DeviceDataCtrlr') =>
  record.limit(`${controller}.ItemsPerMessage[${message}]`);
const bytes = ({ record }: OrderContext, message: string, controller = 'DeviceDataCtrlr') =>
  record.limit(`${controller}.BytesPerMessage[${message}]`);

/** B06; split as the station said it can take (B06.FR.05). */
export const getVariables: Composer<'GetVariables'> = (context, words) => {
  words.need('variable');
  const data = readVariables(words).map(({ component, variable }) => ({ component, variable }));
  return portions(data, items(context, 'GetVariables'), bytes(context, 'GetVariables')).map((getVariableData) => ({
    getVariableData,
  }));
};

/** The slot first, the others of the known list behind it. */
function priority({ record }: OrderContext, slot: string): string {
  const known = record.variables.get('OCPPCommCtrlr.NetworkConfigurationPriority')?.values.get('Actual') ?? '';
  return [slot, ...known.split(',').filter((one) => one !== '' && one !== slot)].join(',');
}

/** B05, A01 (a password is made here, never told), A05 (`put first` orders the network slots). */
export const setVariables: Composer<'SetVariables'> = (context, words) => {
  words.need('variable');
  const values = words.all('value');
  const first = words.text('put first');
  const data = readVariables(words).map(({ component, variable }, index): SetVariableData => {
    const name = variableName({ component, variable });
    const made = name === 'SecurityCtrlr.BasicAuthPassword' ? context.parts.passwords.fresh() : undefined;
    const slots =
      first !== undefined && variable.name === 'NetworkConfigurationPriority' ? priority(context, first) : undefined;
    const attributeValue = values[index] ?? slots ?? made;
    if (attributeValue === undefined) throw words.impossible(`needs a "value" for ${name}`);
    return { component, variable, attributeValue };
  });
  return portions(data, items(context, 'SetVariables'), bytes(context, 'SetVariables')).map((setVariableData) => ({
    setVariableData,
  }));
};

export const getBaseReport: Composer<'GetBaseReport'> = (context, words) => {
  const reportBase =
    words.oneOf('report', ['ConfigurationInventory', 'FullInventory', 'SummaryInventory']) ?? 'FullInventory';
  return [{ requestId: context.newId(), reportBase }];
};

/** B08; the same variables are never asked twice (split by ItemsPerMessage of GetReport). */
export const getReport: Composer<'GetReport'> = (context, words) => {
  const criteria = words
    .all('criteria')
    .map((text) => words.pick('criteria', text, ['Active', 'Available', 'Enabled', 'Problem']));
  const list = readVariables(words);
  const parts =
    list.length === 0 ? [undefined] : portions(list, items(context, 'GetReport'), bytes(context, 'GetReport'));
  return parts.map((componentVariable) =>
    defined({
      requestId: context.newId(),
      componentCriteria: criteria.length === 0 ? undefined : criteria,
      componentVariable,
    }),
  );
};

/** B11, B12. */
export const reset: Composer<'Reset'> = (_context, words) => [
  defined({ type: words.oneOf('type', ['Immediate', 'OnIdle']) ?? 'OnIdle', evseId: words.number('evse') }),
];

function readProfile(words: Words): SecurityProfile | undefined {
  const number = words.number('security profile');
  if (number === undefined || number === 1 || number === 2 || number === 3) return number;
  throw words.wrong('security profile', String(number), '1, 2 or 3');
}

/** A slot of the station that is not the one in use; without a report the one after the first. */
function freeSlot({ record }: OrderContext): number {
  const known = record.variables.get('OCPPCommCtrlr.NetworkConfigurationPriority')?.values.get('Actual');
  const active = Number(known?.split(',')[0] ?? Number.NaN);
  return [2, 1, 3].find((slot) => slot !== active) ?? 2;
}

/** B09, A05: the connection data are this CSMS's own. */
export const setNetworkProfile: Composer<'SetNetworkProfile'> = (context, words) => {
  const securityProfile = readProfile(words) ?? context.securityProfile ?? 1;
  const ocppCsmsUrl = context.url(securityProfile);
  if (ocppCsmsUrl === undefined)
    throw words.impossible(`this CSMS does not listen with security profile ${securityProfile}`);
  return [
    {
      configurationSlot: words.number('slot') ?? freeSlot(context),
      connectionData: {
        ocppVersion: 'OCPP20',
        ocppTransport: 'JSON',
        ocppCsmsUrl,
        messageTimeout: 30,
        securityProfile,
        ocppInterface: 'Wired0',
      },
    },
  ];
};

const triggers = [
  'BootNotification',
  'LogStatusNotification',
  'FirmwareStatusNotification',
  'Heartbeat',
  'MeterValues',
  'SignChargingStationCertificate',
  'SignV2GCertificate',
  'StatusNotification',
  'TransactionEvent',
  'SignCombinedCertificate',
  'PublishFirmwareStatusNotification',
] as const;

/** F06; a status can only be asked of one connector (F06.FR.13). */
export const triggerMessage: Composer<'TriggerMessage'> = (_context, words) => {
  const requestedMessage = words.pick('requested message', words.need('requested message'), triggers);
  const evseId = words.number('evse');
  if (requestedMessage === 'StatusNotification')
    return [{ requestedMessage, evse: { id: evseId ?? 1, connectorId: 1 } }];
  return [defined({ requestedMessage, evse: evseId === undefined ? undefined : { id: evseId } })];
};
