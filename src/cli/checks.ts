import { writeFileSync } from 'node:fs';
import { inventory, UsageError } from '../harness/index.ts';
import { inventoryText } from '../report/index.ts';
import { selectionOf } from './plan.ts';

export interface ChecksCommand {
  readonly case?: string;
  readonly features?: string;
  readonly json?: boolean;
  /** File for the list, instead of the terminal. */
  readonly doc?: string;
}

/** `assay checks`: every check that each case makes, with requirement and level, without running anything. */
export function checksCommand(options: ChecksCommand): void {
  const { cases: wanted, features } = selectionOf(options);
  const all = inventory(features);
  if (options.doc !== undefined && wanted.length > 0) throw new UsageError('--doc wants every case: leave out --case');
  const cases = all.cases.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  if (cases.length === 0) throw new UsageError(`${wanted.join(', ') || features}: no scenario there makes a check`);
  const shown = wanted.length === 0 ? all : { ...all, cases, states: [] };
  const text = options.json === true ? `${JSON.stringify(shown, undefined, 2)}\n` : inventoryText(shown);
  if (options.doc === undefined) process.stdout.write(text);
  else writeFileSync(options.doc, text);
}
