// `npm run bench [name ...]`: measures dist as it is and writes reports/bench.json. Targets stand beside the values and fail
// nothing: this is no test. Compare ratios, not absolutes.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from './assay.mjs';
import { frame } from './frame.mjs';
import { heartbeat } from './heartbeat.mjs';
import { rounded } from './measure.mjs';
import { monitors } from './monitors.mjs';
import { emptyScenario, firstCase, suite } from './suite.mjs';

const benches = { heartbeat, frame, monitors, emptyScenario, firstCase, suite };

function machine() {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 2 ** 20),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    loadAverage: loadavg().map(rounded),
  };
}

/** A metric as bench.schema.json has it: targets are for the reader of the table only. */
function recorded({ target, targetRatio, value, baseline, ratio, ...metric }) {
  return {
    ...metric,
    value: rounded(value),
    ...(baseline === undefined ? {} : { baseline: { ...baseline, value: rounded(baseline.value) } }),
    ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
  };
}

function line({ name, value, unit, samples, target, targetRatio, baseline, ratio }) {
  const against =
    ratio === undefined ? '' : `, ${rounded(ratio)} times the ${baseline.name} (${rounded(baseline.value)})`;
  const wanted = target === undefined ? '' : `  target < ${target} ${unit}`;
  const wantedRatio = targetRatio === undefined ? '' : `  target <= ${targetRatio} times`;
  return `${name.padEnd(58)} ${String(rounded(value)).padStart(8)} ${unit}${against}${wanted}${wantedRatio}  (${samples} samples)`;
}

if (!existsSync(join(root, 'dist', 'src', 'cli', 'main.js'))) {
  process.stderr.write('bench: dist is not built; run "npm run build" first\n');
  process.exit(3);
}
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benches);
const unknown = names.find((name) => !Object.hasOwn(benches, name));
if (unknown !== undefined) {
  process.stderr.write(`bench: no bench "${unknown}"; there are ${Object.keys(benches).join(', ')}\n`);
  process.exit(3);
}
const measuredOn = machine();
const metrics = [];
for (const name of names) {
  const measured = await benches[name]();
  for (const metric of measured) process.stdout.write(`${line(metric)}\n`);
  metrics.push(...measured.map(recorded));
}
mkdirSync(join(root, 'reports'), { recursive: true });
const file = join(root, 'reports', 'bench.json');
writeFileSync(`${file}.tmp`, `${JSON.stringify({ machine: measuredOn, metrics }, null, 2)}\n`);
renameSync(`${file}.tmp`, file);
process.stdout.write(`\n${file}\n`);
