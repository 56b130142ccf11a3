import { OrderError } from '../order-error.ts';
import type { Row } from '../orders/words.ts';

/** The JSON of an operator's order; the same shape that an operator driver sends. */
export type Intent =
  | { readonly kind: 'send'; readonly action: string; readonly words: readonly Row[] }
  | { readonly kind: 'configure'; readonly settings: readonly Row[] }
  | { readonly kind: 'view'; readonly what: string }
  | { readonly kind: 'restart' };

export interface Order {
  readonly station: string;
  readonly intent: Intent;
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
const wrong = (text: string) => new OrderError('words', text);

function isRow(value: unknown): value is Row {
  return Array.isArray(value) && value.length === 2 && value.every((cell) => typeof cell === 'string');
}

function rows(value: unknown, where: string): readonly Row[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw wrong(`${where} must be a list of [key, value]`);
  const cells: unknown[] = value;
  return cells.map((cell, index) => {
    if (!isRow(cell)) throw wrong(`${where}[${index}] must be [key, value], both texts`);
    return cell;
  });
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') throw wrong(`${where} must be a text`);
  return value;
}

function readIntent(value: unknown): Intent {
  const kind = member(value, 'kind');
  if (kind === 'send') {
    return {
      kind,
      action: text(member(value, 'action'), 'intent.action'),
      words: rows(member(value, 'words'), 'intent.words'),
    };
  }
  if (kind === 'configure') return { kind, settings: rows(member(value, 'settings'), 'intent.settings') };
  if (kind === 'view') return { kind, what: text(member(value, 'what'), 'intent.what') };
  if (kind === 'restart') return { kind };
  throw wrong(`intent.kind is ${JSON.stringify(kind) ?? 'missing'}; give send, configure, view or restart`);
}

/** Reads the body of POST /operator/orders; throws OrderError with one line. */
export function readOrder(body: unknown): Order {
  return { station: text(member(body, 'station'), 'station'), intent: readIntent(member(body, 'intent')) };
}
