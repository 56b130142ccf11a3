import { type Rows, TestDesignError } from '../../check/language/index.ts';
import { views } from '../../check/names.ts';
import type { CaseRun } from './case-run.ts';

/** Refuses a field path that the message does not have, before anything is sent. */
export function checkRows(run: CaseRun, message: string, rows: Rows): void {
  const { schemas } = run.setting;
  if (message in views || message === 'message') return;
  if (!schemas.has(message)) throw new TestDesignError(`no message ${message}`);
  for (const { kind, path } of rows) if (kind !== 'gap') schemas.node(message, path);
}
