import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A timeline or its page, as a run writes them. */
const ours = /^(?:TC|X)_\w+(?:\.run\d+)?\.(?:jsonl|html)$/;

/**
 * Takes timelines of the run before out of a folder: they are of other cases, perhaps of another product. Only files that a run
 * writes, for somebody may have named a folder that holds other things; folders that are empty then go too.
 */
export function clearTimelines(reports: string): void {
  const folder = join(reports, 'timeline');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (ours.test(name)) rmSync(join(folder, name), { force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** The same for the subjects of a run before that are not in `kept`, by the names of their folders. */
export function clearSubjects(reports: string, kept: readonly string[] = []): void {
  const names = existsSync(reports) ? readdirSync(reports, { withFileTypes: true }) : [];
  for (const entry of names) {
    if (!entry.isDirectory() || !entry.name.startsWith('sut-') || kept.includes(entry.name)) continue;
    const folder = join(reports, entry.name);
    clearTimelines(folder);
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
}
