import { parseRef, type RawTable, TestDesignError } from '../../check/language/index.ts';
import { generators, isKnown } from '../../check/names.ts';
import type { Schemas } from '../../check/schemas.ts';
import type { State } from '../../states/types.ts';
import type { Role } from './roles.ts';

/** What a scenario is held against. */
export interface LintSetting {
  readonly role: Role;
  readonly schemas: Schemas;
  /** States this harness can reach, by name. */
  readonly states: ReadonlyMap<string, State>;
  /** Fixtures and durations this harness can resolve (`resolvableNames` of a configuration). */
  readonly names: readonly string[];
}

/** One scenario under lint: what it remembers grows step by step. */
export class CaseScope {
  readonly setting: LintSetting;
  /** Read by the checks of src/check; starts with the names that only the harness knows. */
  readonly remembered: Set<string>;
  readonly #fixtures: ReadonlySet<string>;
  readonly #byCase = new Set<string>();

  constructor(setting: LintSetting) {
    this.setting = setting;
    this.#fixtures = new Set(setting.names);
    this.remembered = new Set(setting.names.filter((name) => !isKnown(name)));
  }

  /** Refuses `as <name>` with the name of a fixture; notes the others. */
  note(table: RawTable): void {
    for (const text of table.flat()) {
      const name = /(?<!\bsame set) as <([^<>]+)>$/.exec(text)?.[1];
      if (name === undefined) continue;
      if (this.#fixtures.has(name)) {
        throw new TestDesignError(`<${name}> is the name of a fixture`, 'another name to remember it under');
      }
      this.#byCase.add(name);
    }
  }

  /** Refuses a name of the vocabulary that has no value in this harness, where nothing was remembered under it. */
  demandValues(texts: readonly string[]): void {
    for (const text of texts) {
      for (const written of text.match(/<(?![ =])[^<>]+>/g) ?? []) {
        const ref = parseRef(written);
        if (ref.kind === 'name' && !this.#resolves(ref.name)) {
          throw new TestDesignError(
            `${written} has no value in this harness`,
            'a fixture, a duration or a remembered name',
          );
        }
      }
    }
  }

  #resolves(name: string): boolean {
    return this.#fixtures.has(name) || this.#byCase.has(name) || generators.some((pattern) => pattern.test(name));
  }
}
