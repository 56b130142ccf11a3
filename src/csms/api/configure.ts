import type { Csms } from '../csms.ts';
import { nearest } from '../nearest.ts';
import type { AuthorizationStatus, BootStatus } from '../options.ts';
import { OrderError } from '../order-error.ts';
import type { Row } from '../orders/words.ts';
import { storePassword } from '../password.ts';
import type { StationRecord } from '../station-record.ts';

const keys = ['next boot status', 'token', 'status', 'group', 'tariff', 'password', 'client certificate'];
const bootStatuses: readonly BootStatus[] = ['Accepted', 'Pending', 'Rejected'];
const tokenStatuses: readonly AuthorizationStatus[] = [
  'Accepted',
  'Blocked',
  'ConcurrentTx',
  'Expired',
  'Invalid',
  'NoCredit',
  'NotAllowedTypeEVSE',
  'NotAtThisLocation',
  'NotAtThisTime',
  'Unknown',
];
const defaultPrice = 0.25;

const wrong = (key: string, value: string, wanted: string) =>
  new OrderError('words', `configuration: cannot read "${key}" = "${value}"; give ${wanted}`);

function pick<T extends string>(key: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found === undefined) throw wrong(key, value, `one of ${allowed.join(', ')}`);
  return found;
}

/** `Pending or Rejected` leaves the choice to this CSMS: the first. */
const firstOf = (value: string): string => value.split(' or ')[0]?.trim() ?? value;

/** Tokens, their statuses and groups stand in columns: the n-th of each belong together; a single one holds for all. */
function provisionTokens(csms: Csms, all: (key: string) => readonly string[]): void {
  const statuses = all('status');
  const groups = all('group');
  for (const [index, text] of all('token').entries()) {
    const { idToken, type } = csms.tokens.named(text);
    const status = statuses[index] ?? statuses[0] ?? 'Accepted';
    const group = groups[index] ?? groups[0];
    csms.tokens.provision({
      idToken,
      type,
      status: pick('status', status, tokenStatuses),
      ...(group === undefined ? {} : { groupIdToken: group }),
    });
  }
}

/** `price per kWh` = costs are told, at our price; a number = at that price; `none`. */
function readPrice(value: string): number | undefined {
  if (value === 'none') return undefined;
  const found = /\d+(\.\d+)?/.exec(value);
  if (found !== null) return Number(found[0]);
  if (/kWh/i.test(value)) return defaultPrice;
  throw wrong('tariff', value, '"price per kWh", a price such as 0.30, or none');
}

/** Carries out a configure intent on one station; throws OrderError with one line. */
export function configure(csms: Csms, record: StationRecord, settings: readonly Row[]): void {
  for (const [key] of settings) {
    if (!keys.includes(key))
      throw new OrderError(
        'words',
        `configuration knows no "${key}"; nearest is "${nearest(key, keys) ?? ''}" (all: ${keys.join(', ')})`,
      );
  }
  const all = (key: string) => settings.filter(([name]) => name === key).map(([, value]) => value);
  const boot = all('next boot status').map((value) => pick('next boot status', firstOf(value), bootStatuses));
  if (boot.length > 0) record.bootQueue = boot;
  provisionTokens(csms, all);
  for (const value of all('tariff')) csms.setPrice(readPrice(value));
  for (const value of all('password')) record.password = storePassword(value);
  for (const value of all('client certificate')) record.commonName = value;
}
