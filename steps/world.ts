import { setWorldConstructor, World } from '@cucumber/cucumber';
import { type CaseRun, currentRun } from '../src/harness/index.ts';

/** What every sentence runs on: the case under way. */
export class AssayWorld extends World {
  #case: CaseRun | undefined;

  get case(): CaseRun {
    if (this.#case === undefined) throw new Error('no case is under way: the Before hook has not run');
    return this.#case;
  }
  async begin(pickle: {
    readonly name: string;
    readonly uri: string;
    readonly tags: readonly { readonly name: string }[];
    readonly steps: readonly { readonly text: string }[];
  }): Promise<void> {
    this.#case = await currentRun().begin(pickle);
  }
}

setWorldConstructor(AssayWorld);
