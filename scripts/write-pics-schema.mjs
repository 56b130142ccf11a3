// Writes schemas/pics.schema.json from the catalogue; a test fails when the file is stale.
import { writeFileSync } from 'node:fs';
import { statementSchema } from '../dist/src/catalogue/index.js';

writeFileSync(
  new URL('../schemas/pics.schema.json', import.meta.url),
  `${JSON.stringify(statementSchema(), undefined, 2)}\n`,
);
