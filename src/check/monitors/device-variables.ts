import type { Sender, TimelineEvent } from '../../timeline/events.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** `Component#evse.connector.Variable[instance]` of the component and variable that an item names. */
function nameOf({ component, variable }: Readonly<Record<string, unknown>>): string | undefined {
  if (!isRecord(component) || !isRecord(variable)) return undefined;
  const { evse } = component;
  const connector = isRecord(evse) && evse['connectorId'] !== undefined ? `.${String(evse['connectorId'])}` : '';
  const place = isRecord(evse) ? `#${String(evse['id'])}${connector}` : '';
  const instance = variable['instance'] === undefined ? '' : `[${String(variable['instance'])}]`;
  return `${String(component['name'])}${place}.${String(variable['name'])}${instance}`;
}
const isActual = (type: unknown): boolean => type === undefined || type === 'Actual';

/**
 * The device model as the conversation tells it: values in GetVariablesResponse and NotifyReportRequest, accepted ones of
 * SetVariables, and the heartbeat interval of an accepted boot (B01.FR.04). A fold over events, without any device.
 */
export class DeviceVariables {
  readonly #values = new Map<string, string>();
  readonly #setting = new Map<string, readonly unknown[]>();

  /** Text of a variable as last said; undefined when nothing was said of it. */
  readonly get = (name: string): string | undefined => this.#values.get(name);

  see(event: TimelineEvent): void {
    if (event.type !== 'frame') return;
    const { frame, action, sender } = event;
    if (frame.kind === 'call') this.#asked(sender, frame.action, frame.messageId, frame.payload);
    if (frame.kind === 'result') this.#answered(sender, action, frame.messageId, frame.payload);
  }

  #asked(sender: Sender, action: string, id: string, payload: Readonly<Record<string, unknown>>): void {
    if (action === 'SetVariables') this.#setting.set(`${sender}\n${id}`, list(payload['setVariableData']));
    if (action !== 'NotifyReport') return;
    for (const item of list(payload['reportData'])) {
      if (!isRecord(item)) continue;
      const attribute = list(item['variableAttribute']).find((each) => isRecord(each) && isActual(each['type']));
      if (isRecord(attribute)) this.#said(item, attribute['value']);
    }
  }

  #answered(sender: Sender, action: string | undefined, id: string, payload: Readonly<Record<string, unknown>>): void {
    if (action === 'GetVariables') {
      for (const item of list(payload['getVariableResult']))
        if (isRecord(item) && isActual(item['attributeType'])) this.#said(item, item['attributeValue']);
    }
    if (action === 'SetVariables') this.#set(sender, id, list(payload['setVariableResult']));
    if (action !== 'BootNotification' || payload['status'] !== 'Accepted') return;
    const interval = payload['interval'];
    if (typeof interval === 'number' && interval > 0)
      this.#values.set('OCPPCommCtrlr.HeartbeatInterval', String(interval));
  }

  #set(sender: Sender, id: string, results: readonly unknown[]): void {
    const key = `${sender === 'CSMS' ? 'Charging Station' : 'CSMS'}\n${id}`;
    const data = this.#setting.get(key) ?? [];
    this.#setting.delete(key);
    for (const item of data) {
      if (!isRecord(item) || !isActual(item['attributeType'])) continue;
      const name = nameOf(item);
      const taken = results.some(
        (each) => isRecord(each) && nameOf(each) === name && each['attributeStatus'] === 'Accepted',
      );
      if (taken) this.#said(item, item['attributeValue']);
    }
  }

  #said(item: Readonly<Record<string, unknown>>, value: unknown): void {
    const name = nameOf(item);
    if (name !== undefined && typeof value === 'string') this.#values.set(name, value);
  }
}
