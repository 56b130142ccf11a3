const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mergeLists(base: readonly unknown[], given: readonly unknown[]): unknown[] {
  return given.map((element, index) => {
    const template = base[index] ?? base[0];
    return isObject(element) && isObject(template) ? mergeOver(template, element) : element;
  });
}

/**
 * Lays `given` over `base`: objects key by key, lists element by element over the element of `base` at that place (or its
 * first). A key that is given as `undefined` is left out.
 */
export function mergeOver(
  base: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(given)) {
    const under = base[key];
    if (value === undefined) delete merged[key];
    else if (isObject(value) && isObject(under)) merged[key] = mergeOver(under, value);
    else if (Array.isArray(value) && Array.isArray(under)) merged[key] = mergeLists(under, value);
    else merged[key] = value;
  }
  return merged;
}
