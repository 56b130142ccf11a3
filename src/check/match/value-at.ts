import type { Path } from '../language/index.ts';
import type { Observation } from '../types.ts';

/** The value at a path with positions; undefined where a step is missing. */
export function valueAt(value: unknown, path: Path): unknown {
  let node = value;
  for (const { name, index } of path) {
    node = typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;
    if (index?.kind === 'position') node = Array.isArray(node) ? node[index.position] : undefined;
    else if (index !== undefined) return undefined;
  }
  return node;
}

/** What `<2nd Message.path>` means: the value in the nth (or last) message of that name before observation `before`. */
export function messageValue(
  observations: readonly Observation[],
  message: string,
  nth: number | 'last',
  path: Path,
  before: number | undefined,
): unknown {
  const all = observations.filter(({ name, index }) => name === message && (before === undefined || index < before));
  const found = nth === 'last' ? all.at(-1) : all[nth - 1];
  return found === undefined ? undefined : valueAt(found.fields, path);
}
