import { type Path, printVariable, TestDesignError } from '../../check/language/index.ts';
import type { PlacedVariable, Resolver } from '../../check/match/context.ts';
import type { CaseRun } from './case-run.ts';
import { fixture } from './fixtures.ts';

/** Gives names their values: remembered ones first, then fixtures and generators, messages of the case, variables of the device. */
export class Names implements Resolver {
  readonly remembered = new Map<string, unknown>();
  readonly #run: CaseRun;

  constructor(run: CaseRun) {
    this.#run = run;
  }

  remember(name: string, value: unknown): void {
    if (fixture(this.#run.fixtureFacts, name) !== undefined) {
      throw new TestDesignError(`<${name}> is the name of a fixture`, 'another name after "as"');
    }
    this.remembered.set(name, value);
  }
  name(name: string): unknown {
    if (this.remembered.has(name)) return this.remembered.get(name);
    const value = fixture(this.#run.fixtureFacts, name);
    if (value === undefined)
      throw new TestDesignError(`unknown name <${name}>`, 'a fixture, a duration or a remembered name');
    return value;
  }
  message(message: string, nth: number | 'last', path: Path, before: number | undefined): unknown {
    const all = this.#run.inbox.all.filter(
      ({ name, index }) => name === message && (before === undefined || index < before),
    );
    const found = nth === 'last' ? all.at(-1) : all[nth - 1];
    return found === undefined ? undefined : valueAt(found.fields, path);
  }
  variable(variable: PlacedVariable): unknown {
    return this.#run.variables.get(printVariable(variable));
  }
}

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
