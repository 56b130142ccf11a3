import type { IdToken, KnownCertificate } from '../options.ts';
import type { ComponentVariable } from '../payload.ts';
import { defined } from '../payload.ts';
import type { TransactionRecord } from '../station-record.ts';
import type { OrderContext } from './context.ts';
import type { Words } from './words.ts';

const name = String.raw`[^.@[\]]+`;
const instance = String.raw`(?:\[([^\]]*)\])?`;
const variablePattern = new RegExp(`^(${name})${instance}(?:@(\\d+)(?:/(\\d+))?)?\\.(${name})${instance}$`);

/** `Component[instance]@evse/connector.Variable[instance]`. */
export function readVariable(words: Words, key: string, text: string): ComponentVariable {
  const found = variablePattern.exec(text);
  const [, component, componentInstance, evse, connector, variable, variableInstance] = found ?? [];
  if (component === undefined || variable === undefined) {
    throw words.wrong(
      key,
      text,
      'Component.Variable, such as EVSE@1.AvailabilityState or DeviceDataCtrlr.ItemsPerMessage[GetReport]',
    );
  }
  const place =
    evse === undefined
      ? undefined
      : defined({ id: Number(evse), connectorId: connector === undefined ? undefined : Number(connector) });
  return {
    component: defined({ name: component, instance: componentInstance, evse: place }),
    variable: defined({ name: variable, instance: variableInstance }),
  };
}

export function readVariables(words: Words, key = 'variable'): ComponentVariable[] {
  return words.all(key).map((text) => readVariable(words, key, text));
}

/** A token as provisioned, or `TEXT (type)`. */
export function readToken({ tokens }: OrderContext, text: string): IdToken {
  return tokens.named(text);
}

/** `the one at EVSE 1`, `latest`, or left out = the only running one. */
export function readTransaction(context: OrderContext, words: Words, key = 'transaction'): TransactionRecord {
  const text = words.text(key) ?? 'latest';
  const { record } = context;
  const evse = /EVSE (\d+)/i.exec(text)?.[1];
  if (evse === undefined && text !== 'latest') throw words.wrong(key, text, '"the one at EVSE 1" or "latest"');
  const found = evse === undefined ? record.latestTransaction : record.transactionAt(Number(evse));
  if (found === undefined)
    throw words.impossible(`${record.identity} told of no transaction${evse === undefined ? '' : ` at EVSE ${evse}`}`);
  return found;
}

/** `8 A`, `6000 W`, `8` in the rate unit given. */
export function readLimit(
  words: Words,
  rateUnit: 'A' | 'W' | undefined,
): { limit: number; rateUnit: 'A' | 'W' } | undefined {
  const text = words.text('limit');
  if (text === undefined) return undefined;
  const found = /^(\d+(?:\.\d+)?)\s*(A|W|kW)?$/.exec(text);
  if (found === null) throw words.wrong('limit', text, 'a limit such as 8 A or 6000 W');
  const value = Number(found[1]) * (found[2] === 'kW' ? 1000 : 1);
  const unit = found[2] === undefined ? (rateUnit ?? 'A') : found[2] === 'A' ? 'A' : 'W';
  return { limit: value, rateUnit: unit };
}

/** A certificate this CSMS knows by name, or PEM text. */
export function readCertificate({ options }: OrderContext, words: Words, key = 'certificate'): KnownCertificate {
  const text = words.need(key);
  if (text.includes('-----BEGIN CERTIFICATE-----')) return { name: 'given certificate', pem: text };
  const known = options.certificates ?? [];
  const found = known.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (found === undefined)
    throw words.wrong(key, text, `one of ${known.map(({ name }) => name).join(', ') || 'none known'}, or PEM text`);
  return found;
}

/** Lists cut so that each fits what the station takes in one message: items, and bytes of JSON. */
export function portions<T>(list: readonly T[], items: number | undefined, bytes: number | undefined): T[][] {
  const all: T[][] = [];
  let size = 0;
  for (const element of list) {
    const more = Buffer.byteLength(JSON.stringify(element)) + 1;
    const current = all.at(-1);
    const full = current === undefined || current.length >= (items ?? Infinity) || size + more > (bytes ?? Infinity);
    if (full) {
      all.push([element]);
      size = envelopeBytes + more;
    } else {
      current.push(element);
      size += more;
    }
  }
  return all;
}

/** Room for the frame around a list: type, message id, action, key, request id. */
const envelopeBytes = 120;
