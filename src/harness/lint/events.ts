import { suggestion, TestDesignError } from '../../check/language/index.ts';
import { views } from '../../check/names.ts';
import type { CaseScope } from './case-scope.ts';

/** Throws TestDesignError for a name that is neither message nor view, or that a harness cannot send. */
export function checkEvent({ setting: { schemas } }: CaseScope, name: string, sending: boolean): void {
  const isView = views[name] !== undefined || name === 'message';
  if (!isView && !schemas.has(name)) {
    throw new TestDesignError(
      `no message or view "${name}"${suggestion(name, [...schemas.messages, ...Object.keys(views)])}`,
    );
  }
  if (sending && !name.endsWith('Request')) throw new TestDesignError(`${name} is not sent by itself`, 'a Request');
}
