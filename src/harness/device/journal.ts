import type { RigAct } from '../../rig/model/types.ts';

type Payload = Readonly<Record<string, unknown>>;

/** How a change is put back; plain JSON, so that the next run can do it when this one died. */
export type Undo =
  /** `address`: component, variable and attributeType as SetVariables has them. `tried`: what the device may have now instead. */
  | { readonly by: 'variable'; readonly address: Payload; readonly value: string; readonly tried?: string }
  /** `settled`: statuses after which the device is as before. */
  | {
      readonly by: 'request';
      readonly action: string;
      readonly payload: Payload;
      readonly settled: readonly string[];
    }
  /** certificateHashDataChain of everything that was installed. */
  | { readonly by: 'certificates'; readonly before: readonly unknown[] }
  | { readonly by: 'rig'; readonly act: RigAct }
  /** Nothing of ours can: it is only named. */
  | { readonly by: 'nothing'; readonly why: string };

/** What is about to be changed; `what` names it to people and holds no secret. */
export interface Change {
  readonly what: string;
  readonly undo: Undo;
}
/** `case`: put back after the case; `run`: changed for the general preconditions, put back when the run ends. */
export type Scope = 'case' | 'run';
export interface JournalEntry extends Change {
  readonly scope: Scope;
  /** Case during which it was changed. */
  readonly during: string;
}

/** Keeps the entries where a dying process does not lose them. */
export interface JournalStore {
  save(entries: readonly JournalEntry[]): void;
}

/** The device could not be reached: the entry stays for later. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach';
}

/** Changes of the device that are to be put back, oldest first; written down before each is made (DESIGN.md section 7). */
export class Journal {
  #entries: JournalEntry[];
  readonly #store: JournalStore | undefined;

  constructor(store?: JournalStore, earlier: readonly JournalEntry[] = []) {
    this.#store = store;
    this.#entries = [...earlier];
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }
  knows(what: string, scope?: Scope): boolean {
    return this.#entries.some((entry) => entry.what === what && (scope === undefined || entry.scope === scope));
  }

  /** Notes a change before it is made. The first value in a scope counts: a later change of the same thing gives undefined. */
  note(entry: JournalEntry): JournalEntry | undefined {
    if (this.knows(entry.what, entry.scope)) return undefined;
    this.#entries = [...this.#entries, entry];
    this.#save();
    return entry;
  }
  /** It did not happen after all, or has been undone already. */
  drop(...gone: readonly (JournalEntry | string)[]): void {
    const left = this.#entries.filter((entry) => !gone.includes(entry) && !gone.includes(entry.what));
    if (left.length === this.#entries.length) return;
    this.#entries = left;
    this.#save();
  }
  #save(): void {
    this.#store?.save(this.#entries);
  }

  /**
   * Puts back what was changed in that scope (left out: everything), newest first. Returns what was put back and what could not
   * be, in words. Entries out of reach stay. Never throws.
   */
  async restore(undo: (change: Change) => Promise<void>, scope?: Scope): Promise<Restored> {
    const restored: string[] = [];
    const lost: string[] = [];
    for (const entry of this.#entries.filter((each) => scope === undefined || each.scope === scope).reverse()) {
      try {
        await undo(entry);
        if (entry.undo.by !== 'nothing') restored.push(entry.what);
      } catch (error) {
        lost.push(`${entry.what}: ${error instanceof Error ? error.message : String(error)}`);
        if (error instanceof OutOfReach) continue;
      }
      this.drop(entry);
    }
    return { restored, lost };
  }
}
export interface Restored {
  readonly restored: readonly string[];
  readonly lost: readonly string[];
}
