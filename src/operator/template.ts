/** `{{ word }}`, `{{ word:number }}`, `{{ word=default }}`, `{{ @remembered }}`. */
export interface Placeholder {
  readonly name: string;
  readonly type: PlaceholderType;
  readonly fallback: string | undefined;
}
export const placeholderTypes = ['text', 'number', 'boolean', 'list'] as const;
export type PlaceholderType = (typeof placeholderTypes)[number];

/** Values by placeholder name; a word that was said twice has two. */
export type Values = ReadonlyMap<string, readonly string[]>;

const pattern = /\{\{\s*(.*?)\s*\}\}/g;

/** A value the table asks for and nobody gave. */
export class MissingWord extends Error {
  override readonly name = 'MissingWord';
}

function readPlaceholder(text: string): Placeholder {
  const [, name = '', type = 'text', fallback] = /^([^:=]*?)\s*(?::\s*(\w+)\s*)?(?:=\s*(.*))?$/.exec(text) ?? [];
  const known = placeholderTypes.find((one) => one === type);
  if (known === undefined) throw new Error(`{{${text}}}: type "${type}" is none of ${placeholderTypes.join(', ')}`);
  return { name, type: known, fallback };
}

/** Every placeholder of a text; throws Error with one line when one cannot be read. */
export function placeholders(text: string): Placeholder[] {
  return [...text.matchAll(pattern)].map(([, inner = '']) => readPlaceholder(inner));
}

function valuesFor({ name, fallback }: Placeholder, values: Values): readonly string[] {
  return values.get(name) ?? (fallback === undefined ? [] : [fallback]);
}

/** Puts values into a text, such as a URL; a word that was not said and has no default throws MissingWord. */
export function fillText(template: string, values: Values, encode: (value: string) => string): string {
  return template.replaceAll(pattern, (_whole, inner: string) => {
    const [value] = valuesFor(readPlaceholder(inner), values);
    if (value === undefined)
      throw new MissingWord(`the table needs "${readPlaceholder(inner).name}", which the order does not say`);
    return encode(value);
  });
}

function typed(value: string, type: PlaceholderType): unknown {
  if (type === 'number') return Number(/-?\d+(\.\d+)?/.exec(value)?.[0] ?? Number.NaN);
  if (type === 'boolean') return /^(yes|true)$/i.test(value);
  return value;
}

/** undefined = a lone placeholder without a value: its member or item is left out. */
function fillString(template: string, values: Values): unknown {
  const whole = /^\{\{\s*([^{}]*?)\s*\}\}$/.exec(template)?.[1];
  if (whole === undefined) return fillText(template, values, (value) => value);
  const placeholder = readPlaceholder(whole);
  const all = valuesFor(placeholder, values);
  if (placeholder.type === 'list') return all.length === 0 ? undefined : all;
  const [value] = all;
  return value === undefined ? undefined : typed(value, placeholder.type);
}

/** Puts values into a body; members whose word was not said are left out. */
export function fillBody(template: unknown, values: Values): unknown {
  if (typeof template === 'string') return fillString(template, values);
  if (Array.isArray(template))
    return template.map((item) => fillBody(item, values)).filter((item) => item !== undefined);
  if (typeof template !== 'object' || template === null) return template;
  const members = Object.entries(template).map(([key, value]) => [key, fillBody(value, values)] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

/** Every text inside a body template. */
export function textsOf(template: unknown): string[] {
  if (typeof template === 'string') return [template];
  if (typeof template !== 'object' || template === null) return [];
  return Object.values(template).flatMap(textsOf);
}

/** A value in a JSON answer by path, such as `0.id` or `result.cost`. */
export function pick(json: unknown, path: string): string | undefined {
  let current = json;
  for (const key of path.split('.'))
    current = typeof current === 'object' && current !== null ? Reflect.get(current, key) : undefined;
  if (typeof current === 'string') return current;
  return typeof current === 'number' || typeof current === 'boolean' ? String(current) : undefined;
}
