// Writes the table of docs/disputes.md from src/catalogue/data/disputes.ts (as built in dist). A test holds them equal.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
await ensureBuilt();
const { disputesTable } = await import(join(root, 'dist', 'src', 'catalogue', 'index.js'));
const file = join(root, 'docs', 'disputes.md');
const [head] = readFileSync(file, 'utf8').split('\n| case');
writeFileSync(file, `${head}\n${disputesTable()}\n`);
