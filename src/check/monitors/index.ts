import { schema } from './schema.ts';
import type { Monitor } from './types.ts';

/** Every monitor, in the order of their checks. */
export const monitors: readonly Monitor[] = [schema];
