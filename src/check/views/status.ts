import { isRecord, ownTimeOf, type Sight } from './frames.ts';

const records = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];
const partOf = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

/** `connector status` of one connector, whichever of the two messages the station uses (G01.FR.01). */
function fromStatusNotification(message: Sight): Sight {
  const { evseId, connectorId, connectorStatus } = message.fields;
  const fields = { connector: { id: evseId, connectorId }, evse: evseId, connectorStatus };
  return { ...message, name: 'connector status', fields };
}

function fromEventData(message: Sight, data: Readonly<Record<string, unknown>>): Sight[] {
  const component = partOf(data['component']);
  if (component['name'] !== 'Connector' || partOf(data['variable'])['name'] !== 'AvailabilityState') return [];
  const { id, connectorId } = partOf(component['evse']);
  const fields = { connector: { id, connectorId }, evse: id, connectorStatus: data['actualValue'] };
  return [{ ...message, name: 'connector status', fields }];
}

/** `monitoring event`: one element of a NotifyEventRequest; `variable` is the component and variable together. */
function monitoringEvent(message: Sight, data: Readonly<Record<string, unknown>>): Sight {
  const { component, variable, ...others } = data;
  const at = ownTimeOf(data['timestamp']);
  return {
    ...message,
    name: 'monitoring event',
    fields: { ...others, variable: { component, variable } },
    ...(at === undefined ? {} : { ownTime: at }),
  };
}

/** Connector status and monitoring events that a message carries. */
export function statusViews(message: Sight): Sight[] {
  if (message.name === 'StatusNotificationRequest') return [fromStatusNotification(message)];
  if (message.name !== 'NotifyEventRequest') return [];
  const data = records(message.fields['eventData']);
  return [
    ...data.map((each) => monitoringEvent(message, each)),
    ...data.flatMap((each) => fromEventData(message, each)),
  ];
}
