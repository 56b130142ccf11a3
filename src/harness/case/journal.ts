/** What a case changed on the device and how to put it back; newest first (DESIGN.md section 7). */
export interface JournalEntry {
  readonly what: string;
  readonly restore: () => Promise<void>;
}

export class Journal {
  readonly #entries: JournalEntry[] = [];

  /** Notes a change before it is made; the first value of a thing counts, later changes of the same thing do not. */
  note(entry: JournalEntry): void {
    if (!this.#entries.some(({ what }) => what === entry.what)) this.#entries.push(entry);
  }
  /** Undoes everything, newest first; returns what could not be undone. Never throws. */
  async restore(): Promise<string[]> {
    const lost: string[] = [];
    for (const { what, restore } of this.#entries.splice(0).reverse()) {
      try {
        await restore();
      } catch (error) {
        lost.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return lost;
  }
}
