#!/usr/bin/env node
// Runs the compiled program; in a checkout that was not built yet it says how.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/src/cli/main.js', import.meta.url);
if (!existsSync(fileURLToPath(main))) {
  process.stderr.write('assay: this checkout is not built; run "npm install" and "npm run build" first\n');
  process.exit(3);
}
await import(main.href);
