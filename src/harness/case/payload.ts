import { type Path, printPath, TestDesignError } from '../../check/language/index.ts';

type Container = Record<string, unknown> | unknown[];
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;
const isRecord = (value: unknown): value is Record<string, unknown> => isContainer(value) && !Array.isArray(value);

function child(parent: Container, key: string | number, make: () => Container): Container {
  const existing: unknown = Reflect.get(parent, key);
  if (isContainer(existing)) return existing;
  const fresh = make();
  Reflect.set(parent, key, fresh);
  return fresh;
}

/**
 * Writes a value at a path such as `a.b[0].c`; an object over an object is merged, so later rows refine earlier ones.
 * `undefined` takes the field away; where nothing holds it, nothing is made for it.
 */
export function writeAt(payload: Record<string, unknown>, path: Path, value: unknown): void {
  let node: Container = payload;
  for (const [depth, { name, index }] of path.entries()) {
    const last = depth === path.length - 1;
    if (index !== undefined && index.kind !== 'position') {
      throw new TestDesignError(`${printPath(path)} cannot be sent`, 'positions such as [0] in what is sent');
    }
    if (value === undefined && !holds(node, name, last ? undefined : index?.position)) return;
    if (index === undefined) {
      if (last) put(node, name, value);
      else node = child(node, name, () => ({}));
      continue;
    }
    const list = child(node, name, () => []);
    if (last) put(list, index.position, value);
    else node = child(list, index.position, () => ({}));
  }
}

/** Is there something at that key, and in the list there at that position? */
function holds(parent: Container, key: string, position: number | undefined): boolean {
  const found: unknown = Reflect.get(parent, key);
  return position === undefined ? found !== undefined : Array.isArray(found) && found[position] !== undefined;
}

function put(parent: Container, key: string | number, value: unknown): void {
  const before: unknown = Reflect.get(parent, key);
  if (value === undefined) Reflect.deleteProperty(parent, key);
  else Reflect.set(parent, key, isRecord(before) && isRecord(value) ? { ...before, ...value } : value);
}

/** Names of the positions a payload's lists leave empty; such a payload cannot be sent. */
export function holesIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) {
    return Array.from(value, (item, index) =>
      item === undefined ? [`${at}[${index}]`] : holesIn(item, `${at}[${index}]`),
    ).flat();
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => holesIn(item, at === '' ? key : `${at}.${key}`));
}
