import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Change, Journal, type JournalEntry, OutOfReach } from '../../src/harness/device/journal.ts';
import { JournalFile, journalPath } from '../../src/harness/device/journal-file.ts';

const variable = (what: string, value: string): Change => ({
  what,
  undo: { by: 'variable', address: { component: { name: 'C' }, variable: { name: what } }, value },
});
const entry = (change: Change, more: Partial<JournalEntry> = {}): JournalEntry => ({
  ...change,
  scope: 'case',
  during: 'TC_B_01_CS',
  ...more,
});

describe('the journal', () => {
  it('undoes the first value of each thing, newest thing first, once', async () => {
    const journal = new Journal();
    const undone: string[] = [];
    const undo = async ({ what, undo: { by, ...rest } }: Change) =>
      void undone.push(`${what} ${by} ${JSON.stringify(rest)}`);
    journal.note(entry(variable('A', 'old')));
    journal.note(entry(variable('B', 'old')));
    expect(journal.note(entry(variable('A', 'from the case itself')))).toBeUndefined();
    expect(await journal.restore(undo)).toEqual({ restored: ['B', 'A'], lost: [] });
    expect(undone.map((text) => text.slice(0, 1))).toEqual(['B', 'A']);
    expect(undone[1]).toContain('"value":"old"');
    expect(await journal.restore(undo)).toEqual({ restored: [], lost: [] });
  });

  it('goes on after what could not be undone, and names it once', async () => {
    const journal = new Journal();
    journal.note(entry(variable('A', '1')));
    journal.note(entry(variable('B', '1')));
    const undo = async ({ what }: Change) => {
      if (what === 'B') throw new Error('the station answered Rejected');
    };
    expect(await journal.restore(undo)).toEqual({ restored: ['A'], lost: ['B: the station answered Rejected'] });
    expect(journal.entries).toEqual([]);
  });

  it('keeps what is out of reach for later', async () => {
    const journal = new Journal();
    journal.note(entry(variable('A', '1')));
    const away = async () => {
      throw new OutOfReach('the station is not connected');
    };
    expect(await journal.restore(away)).toEqual({ restored: [], lost: ['A: the station is not connected'] });
    expect(journal.knows('A')).toBe(true);
    expect(await journal.restore(async () => {})).toEqual({ restored: ['A'], lost: [] });
  });

  it('puts a case back without touching what the run changed', async () => {
    const journal = new Journal();
    journal.note(entry(variable('A', 'of the owner'), { scope: 'run' }));
    journal.note(entry(variable('A', 'as the run wants it')));
    const undone: Change[] = [];
    await journal.restore(async (change) => void undone.push(change), 'case');
    expect(undone).toMatchObject([{ undo: { value: 'as the run wants it' } }]);
    expect(journal.entries).toMatchObject([{ scope: 'run', undo: { value: 'of the owner' } }]);
  });

  it('has written an entry down when note() returns', () => {
    const saved: number[] = [];
    const journal = new Journal({ save: (entries) => void saved.push(entries.length) });
    const noted = journal.note(entry(variable('A', '1')));
    expect(saved).toEqual([1]);
    if (noted !== undefined) journal.drop(noted);
    journal.drop('nothing of that name');
    expect(saved).toEqual([1, 0]);
  });
});

describe('the journal on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-journal-'));
  const path = journalPath(join(folder, 'my-station.yaml'), 'CS/0001');
  afterEach(() => rmSync(path, { force: true }));

  it('lies beside the configuration, for its owner only, out of sight of git', () => {
    const file = new JournalFile(path, 'CS/0001');
    new Journal(file).note(entry(variable('A', 'secret')));
    expect(path).toBe(join(folder, '.assay', 'journal-CS_0001.json'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, '.assay', '.gitignore'), 'utf8')).toBe('*\n');
  });

  it('gives the next run what this one could not put back, and is gone when all is back', async () => {
    new Journal(new JournalFile(path, 'CS/0001')).note(entry(variable('A', 'old')));
    const next = new JournalFile(path, 'CS/0001');
    expect(next.earlier).toEqual([entry(variable('A', 'old'))]);
    await new Journal(next, next.earlier).restore(async () => {});
    expect(new JournalFile(path, 'CS/0001').earlier).toEqual([]);
    expect(() => statSync(path)).toThrow('ENOENT');
  });

  it.each([
    [
      '{"journal":1,"identity":"CS/0001","entr',
      /journal-CS_0001\.json: the journal cannot be read .*put that back by hand/,
    ],
    ['{"journal":2}', 'this is no journal of Assay'],
    ['{"journal":1,"identity":"CS-9","written":"","entries":[]}', 'this is the journal of CS-9'],
    ['{"journal":1,"identity":"CS/0001","written":"","entries":[{"what":1}]}', 'an entry of the journal is damaged'],
  ])('that is damaged is wrong use and stays as it is: %s', (text, message) => {
    writeFileSync(path, text);
    expect(() => new JournalFile(path, 'CS/0001')).toThrow(message);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('that cannot be written keeps a run from changing anything', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => new JournalFile(journalPath(join(folder, 'file', 'x.yaml'), 'CS-1'), 'CS-1')).toThrow(
      /the journal of changes cannot be written .*restore: false/,
    );
  });
});
