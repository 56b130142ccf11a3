import { type Path, printVariable, TestDesignError } from '../../check/language/index.ts';
import { messageValue, type PlacedVariable, type Resolver } from '../../check/match/index.ts';
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
  knows(name: string): boolean {
    return this.remembered.has(name) || fixture(this.#run.fixtureFacts, name) !== undefined;
  }
  name(name: string): unknown {
    if (this.remembered.has(name)) return this.remembered.get(name);
    const value = fixture(this.#run.fixtureFacts, name);
    if (value === undefined)
      throw new TestDesignError(`unknown name <${name}>`, 'a fixture, a duration or a remembered name');
    return value;
  }
  message(message: string, nth: number | 'last', path: Path, before: number | undefined): unknown {
    return messageValue(this.#run.inbox.all, message, nth, path, before);
  }
  variable(variable: PlacedVariable): unknown {
    return this.#run.variables.get(printVariable(variable));
  }
}
