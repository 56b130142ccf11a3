import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../config/load.ts';
import type { JournalEntry, JournalStore } from './journal.ts';
import { isRecord } from './port.ts';

interface Stored {
  readonly journal: 1;
  readonly identity: string;
  /** ISO 8601, wall time. */
  readonly written: string;
  readonly entries: readonly JournalEntry[];
}

/** Where the journal of a station lies: in `.assay` beside the configuration that names it. */
export const journalPath = (configFile: string, identity: string): string =>
  join(dirname(resolve(configFile)), '.assay', `journal-${identity.replace(/[^A-Za-z0-9_-]/g, '_')}.json`);

const isEntry = (value: unknown): value is JournalEntry =>
  isRecord(value) &&
  typeof value['what'] === 'string' &&
  isRecord(value['undo']) &&
  typeof value['during'] === 'string';

/**
 * The journal on disk. It holds old passwords, because a station must get its own back after a crash: readable by its owner only,
 * ignored by git, never part of a report, and gone as soon as there is nothing to put back.
 */
export class JournalFile implements JournalStore {
  readonly path: string;
  readonly #identity: string;
  /** What an earlier run left behind. */
  readonly earlier: readonly JournalEntry[];
  /** When that was, ISO 8601. */
  readonly writtenAt: string | undefined;

  /** Reads what an earlier run left; a file that cannot be read or written is wrong use. */
  constructor(path: string, identity: string) {
    this.path = path;
    this.#identity = identity;
    const stored = this.#read();
    this.earlier = stored?.entries ?? [];
    this.writtenAt = stored?.written;
    this.#tryToWrite();
  }

  #read(): Stored | undefined {
    if (!existsSync(this.path)) return undefined;
    const bad = (why: string) =>
      new UsageError(
        `${this.path}: ${why}; it says what an interrupted run changed on ${this.#identity}: read it, put that back by hand, then delete it`,
      );
    let value: unknown;
    try {
      value = JSON.parse(readFileSync(this.path, 'utf8'));
    } catch (error) {
      throw bad(`the journal cannot be read (${error instanceof Error ? error.message : String(error)})`);
    }
    if (!isRecord(value) || value['journal'] !== 1) throw bad('this is no journal of Assay');
    const { identity, written, entries } = value;
    if (identity !== this.#identity) throw bad(`this is the journal of ${String(identity)}`);
    if (!Array.isArray(entries) || !entries.every(isEntry)) throw bad('an entry of the journal is damaged');
    return { journal: 1, identity: this.#identity, written: String(written), entries };
  }

  /** A run that could not keep a journal may not begin to change a device. */
  #tryToWrite(): void {
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      const ignore = join(dirname(this.path), '.gitignore');
      if (!existsSync(ignore)) this.#write(ignore, '*\n');
      this.save(this.earlier);
    } catch (error) {
      throw new UsageError(
        `${this.path}: the journal of changes cannot be written (${error instanceof Error ? error.message : String(error)}); make the folder writable, or set "restore: false"`,
      );
    }
  }

  save(entries: readonly JournalEntry[]): void {
    if (entries.length === 0) {
      rmSync(this.path, { force: true });
      return;
    }
    const stored: Stored = {
      journal: 1,
      identity: this.#identity,
      written: new Date().toISOString(),
      entries,
    };
    this.#write(this.path, `${JSON.stringify(stored, undefined, 2)}\n`);
  }

  /** Whole or not at all, and on the disk before it returns. */
  #write(path: string, text: string): void {
    const unfinished = `${path}.${process.pid}.tmp`;
    const file = openSync(unfinished, 'w', 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  }
}
