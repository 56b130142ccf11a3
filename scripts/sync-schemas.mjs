// Rebuilds the official OCPP 2.0.1 JSON schemas (Open Charge Alliance, CC BY-ND 4.0) byte for byte from the data in the
// npm package @cshil/ocpp-tools, and verifies every file against the committed hashes before anything is written.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'schemas', 'ocpp-2.0.1');
const package_ = createRequire(import.meta.url).resolve('@cshil/ocpp-tools/package.json');
const source = join(dirname(package_), 'schemas', 'v201');

const expected = new Map(
  readFileSync(join(root, 'schemas', 'ocpp-2.0.1.SHA256SUMS'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => [line.slice(66).trim(), line.slice(0, 64)]),
);

// The official files write these two bounds as 0.0 and 100.0; JSON numbers do not keep that.
const zeroAsDecimal = new Set([
  'NotifyChargingLimitRequest',
  'NotifyEVChargingScheduleRequest',
  'ReportChargingProfilesRequest',
  'RequestStartTransactionRequest',
  'SetChargingProfileRequest',
]);

/** The official text of one schema: header in the official order, numbers in the official spelling. */
function officialText(file) {
  const { $schema, $id, comment, $comment, description, ...rest } = JSON.parse(
    readFileSync(join(source, file), 'utf8'),
  );
  const name = $id.split(':').pop();
  const header = {
    $schema: 'http://json-schema.org/draft-06/schema#',
    $id,
    ...(description === undefined ? {} : { description }),
    comment: 'OCPP 2.0.1 FINAL',
  };
  let text = JSON.stringify({ ...header, ...rest }, null, 2);
  if (zeroAsDecimal.has(name)) text = text.replace(/("type": "integer",\n\s*"minimum": 0)(?=\n)/g, '$1.0');
  if (name === 'NotifyEVChargingNeedsRequest') {
    text = text.replace(/("minimum": 0)(,\n\s*"maximum": 100)(?=\n)/g, '$1.0$2.0');
  }
  return { name: `${name}.json`, text };
}

/** Writes the 128 schemas; throws with the file's name when one does not have the official hash. */
export function syncSchemas() {
  const files = readdirSync(source)
    .filter((file) => file.endsWith('.json') && !file.startsWith('rpc-'))
    .map(officialText);
  for (const { name, text } of files) {
    const hash = createHash('sha256').update(text).digest('hex');
    if (expected.get(name) !== hash)
      throw new Error(`schema ${name}: SHA-256 ${hash} is not the official ${expected.get(name)}`);
  }
  if (files.length !== expected.size) throw new Error(`${files.length} schemas, the manifest names ${expected.size}`);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(target, name), text);
  return files.length;
}
