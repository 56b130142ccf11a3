import type { Store } from '../station/parts.ts';

/** What survives a power cycle of the embedded station. Values are kept as JSON text: nothing lives on by reference. */
export function memoryStore(): Store {
  const texts = new Map<string, string>();
  return {
    get: (key) => {
      const text = texts.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    set: (key, value) => void texts.set(key, JSON.stringify(value)),
    delete: (key) => void texts.delete(key),
  };
}
