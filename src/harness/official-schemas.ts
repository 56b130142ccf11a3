import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Schemas } from '../check/schemas.ts';
import { packageRoot } from './package-root.ts';

/** The official schemas as the build obtained and verified them. */
export function officialSchemas(): Schemas {
  const folder = join(packageRoot, 'schemas', 'ocpp-2.0.1');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Schemas(
    new Map(
      files.map((file): [string, unknown] => [file.slice(0, -5), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
    ),
  );
}
