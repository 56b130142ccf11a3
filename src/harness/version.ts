import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

export const packageVersion = String(JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version);
/** What every report says it was judged against. */
export const edition = '2.0.1 Edition 3';
export const errata = '2025-09';
