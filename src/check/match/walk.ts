import type { Index, Path } from '../language/index.ts';
import { isRecord, isVariable } from './equal.ts';
import { type Moment, place, resolveRef } from './evaluate.ts';

/** A value found at a path. */
export interface Found {
  readonly path: string;
  readonly value: unknown;
  readonly parent: unknown;
}

function keyed(list: readonly unknown[], index: Extract<Index, { kind: 'key' }>, moment: Moment): number {
  const wanted = typeof index.value === 'string' ? index.value : resolveRef(index.value, moment);
  if (wanted === undefined) return -1;
  return list.findIndex((element) => isRecord(element) && String(element[index.key]) === String(wanted));
}

function positions(list: readonly unknown[], index: Index, moment: Moment): number[] {
  switch (index.kind) {
    case 'every':
      return list.map((_, i) => i);
    case 'position':
      return [index.position];
    case 'key':
      return [keyed(list, index, moment)];
    case 'variable': {
      const variable = place(index.variable, moment);
      return [typeof variable === 'string' ? -1 : list.findIndex((element) => isVariable(element, variable))];
    }
    case 'letter':
      return []; // letters are bound to positions before anything is looked up
  }
}

/**
 * The values at a path: one, or one an element for `[*]`. What is not there is found once with value undefined, so that
 * a demand for presence fails and `omitted` holds; `[*]` over an absent or empty list likewise.
 */
export function valuesAt(fields: unknown, path: Path, moment: Moment): Found[] {
  let found: Found[] = [{ path: '', value: fields, parent: undefined }];
  for (const { name, index } of path) {
    found = found.flatMap(({ path: before, value }): Found[] => {
      const at = before === '' ? name : `${before}.${name}`;
      const child = isRecord(value) ? value[name] : undefined;
      if (index === undefined) return [{ path: at, value: child, parent: value }];
      const list: unknown[] = Array.isArray(child) ? child : [];
      const places = positions(list, index, moment);
      if (places.length === 0) return [{ path: `${at}[*]`, value: undefined, parent: child }];
      return places.map((i) => ({ path: `${at}[${i < 0 ? '?' : i}]`, value: list[i], parent: child }));
    });
  }
  return found;
}
