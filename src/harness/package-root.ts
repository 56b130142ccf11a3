import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function find(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('no package.json above the program');
  return find(parent);
}

/** Folder of the package, from source and from dist alike. */
export const packageRoot = find(dirname(fileURLToPath(import.meta.url)));
