const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** The seams as they are now, two levels deep, so that a mutant that writes into `parts` is noticed too. */
function snapshot(parts: object): object {
  const copies = Object.entries(parts).map(([name, part]) => [name, typeof part === 'object' ? { ...part } : part]);
  return Object.fromEntries(copies);
}

function watched<Seam extends object>(seam: Seam, honest: unknown, called: () => void): Seam {
  return new Proxy(seam, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      const original: unknown = isObject(honest) ? Reflect.get(honest, name) : undefined;
      return value === original || !isObject(value) ? value : watched(value, original, called);
    },
    apply(target, self, args) {
      called();
      return typeof target === 'function' ? Reflect.apply(target, self, args) : undefined;
    },
  });
}

export interface MutantListener {
  /** The mutant was laid over the parts. */
  readonly applied: () => void;
  /** A seam that the mutant replaced was called for the first time. */
  readonly exercised: () => void;
}

/** Wraps a mutant so that it tells when it is loaded and when one of the seams it changed is first called. */
export function watchedMutant<Parts extends object>(
  mutant: (parts: Parts) => Parts,
  { applied, exercised }: MutantListener,
): (parts: Parts) => Parts {
  return (parts) => {
    const honest = snapshot(parts);
    const mutated = mutant(parts);
    applied();
    let told = false;
    return watched(mutated, honest, () => {
      if (told) return;
      told = true;
      exercised();
    });
  };
}
