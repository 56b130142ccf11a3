import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Schemas } from '../../src/check/schemas.ts';

const folder = 'schemas/ocpp-2.0.1';

/** The official schemas, as the harness reads them. */
export function officialSchemas(): Schemas {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Schemas(
    new Map(
      files.map((file): [string, unknown] => [file.slice(0, -5), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
    ),
  );
}
