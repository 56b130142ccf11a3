// Proof that a device is left as it was found: the suite twice on one subject in two random orders, and killed runs against a
// station that stays. Prints one line a claim and "N passed, M failed"; --out FILE writes the same as JSON. Needs dist.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = (path) => import(pathToFileURL(join(root, 'dist', 'src', path)).href);
const [
  { openEmbedded, embeddedPki },
  { judgeCases },
  { inOrder },
  { planRole, selectionOf, byProfile },
  harness,
  subject,
] = await Promise.all(
  ['cli/embedded.js', 'cli/judge.js', 'cli/order.js', 'cli/plan.js', 'harness/index.js', 'subject/index.js'].map(dist),
);
const { completeConfig, inventoryDifferences, Run, runPki, takeInventory } = harness;
const { personality, spawnSubject } = subject;

const work = mkdtempSync(join(tmpdir(), 'assay-restore-'));
const claims = [];
function claim(what, wrong) {
  const failures = [wrong].flat().filter((each) => each !== undefined && each !== '');
  claims.push({ what, failures });
  process.stdout.write(`${failures.length === 0 ? 'ok    ' : 'FAILED'} ${what}\n`);
  for (const failure of failures) process.stdout.write(`       ${failure}\n`);
}

/** Differences that no finding of the run names. `named`: findings as lines. */
function unnamed(before, after, named) {
  const said = named.join('\n');
  const excused = [
    [/^variable LocalAuthListCtrlr\.|^local list version/, /the local authorization list/],
    [/^variable .*FirmwareVersion|^variable FirmwareCtrlr\./, /the firmware/],
    [/^variable AuthCacheCtrlr\./, /the authorization cache/],
    [/^certificate /, /certificate/],
  ];
  return inventoryDifferences(before, after)
    .filter(({ what }) => !excused.some(([thing, why]) => thing.test(what) && why.test(said)))
    .map(({ what, before: was, after: is }) => `${what}: was ${was ?? 'not there'}, is ${is ?? 'gone'}`);
}
const differing = (a, b) =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((id) => a[id] !== b[id])
    .map((id) => `${id}: ${a[id] ?? 'not judged'}, then ${b[id] ?? 'not judged'}`);

// The suite twice, in two random orders, on the same subject.

/** As many cases as a stage of CI has time for; the seed decides which. */
const mostCases = 30;
const pics = personality('ac-3ph').pics;
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(0)} s`;

async function twice() {
  const selection = selectionOf({});
  const { can } = byProfile(planRole('station', selection, pics).run, 2);
  const chosen = inOrder(can, { kind: 'random', seed: 1 }).slice(0, mostCases);
  const embedded = await openEmbedded({
    role: 'station',
    securityProfile: 2,
    pics,
    pki: await embeddedPki(),
    reports: join(work, 'twice'),
  });
  try {
    const { run } = embedded;
    if (!(await run.bench.connected(30_000))) throw new Error('the embedded station did not connect');
    const judge = async (seed) => {
      const verdicts = {};
      await judgeCases({
        run,
        ids: inOrder(chosen, { kind: 'random', seed }),
        features: selection.features,
        stop: { requested: false, onRequest: () => () => {} },
        onBegin: () => {},
        onResult: ({ id, verdict }) => {
          verdicts[id] = verdict;
        },
      });
      return verdicts;
    };
    await run.bench.accepted(30_000);
    const before = await takeInventory(run.device);
    const began = performance.now();
    const [first, second] = [await judge(1), await judge(2)];
    await run.putBack(['the end of the run'], 'run');
    const after = await takeInventory(run.device);
    const named = run.findings.map(({ message = '' }) => message);
    claim(
      `${chosen.length} cases in two random orders on one station: equal verdicts (${seconds(began)})`,
      differing(first, second),
    );
    claim(
      'every one of them passes in both orders',
      Object.entries({ ...first, ...second })
        .filter(([, verdict]) => verdict !== 'pass')
        .map(([id, verdict]) => `${id}: ${verdict}`),
    );
    claim(
      `the inventory of ${Object.keys(before).length} things is as before, but for what is named`,
      unnamed(before, after, named),
    );
    claim('an inventory was taken at all', Object.keys(before).length > 50 ? undefined : 'it is nearly empty');
  } finally {
    await embedded.close();
  }
}

// A station that stays while the harness is killed.

const identity = 'ASSAY-CS-KILL';
const password = 'assay-restore-proof-01';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function foreignStation(url, pki) {
  return spawnSubject({
    role: 'station',
    options: {
      identity,
      password,
      personality: 'ac-3ph',
      networkProfiles: { 1: { url, securityProfile: 2 } },
      trust: {
        csmsRoots: [pki.csms.EC.certificate, pki.csms.RSA.certificate],
        manufacturerRoots: [pki.manufacturer.certificate],
      },
      settings: [
        { component: 'OCPPCommCtrlr', variable: 'RetryBackOffWaitMinimum', value: '1' },
        { component: 'OCPPCommCtrlr', variable: 'RetryBackOffRandomRange', value: '0' },
        { component: 'OCPPCommCtrlr', variable: 'RetryBackOffRepeatTimes', value: '0' },
      ],
      rebootSeconds: 1,
    },
    entry: { command: process.execPath, args: [join(root, 'bin', 'assay.mjs'), 'subject', 'station'] },
  });
}

const settings = (port, rig) => ({
  sut: 'station',
  identity,
  password,
  securityProfile: 2,
  listen: { ports: { 2: port }, filePort: 0 },
  rig: { driver: 'embedded', url: rig },
  fixtures: { evses: personality('ac-3ph').description.evses.length },
  durations: { 'heartbeat interval': 10, 'transaction duration': 2, 'reconnect time': 20 },
  deadlines: { connection: 30, boot: 30, response: 10, message: 10, transaction: 15, file: 60, rig: 15 },
});

/** Looks at the station between two runs of the harness. */
async function inventoryOf(config) {
  const run = await Run.open({ config: completeConfig(config), reports: join(work, 'look') });
  try {
    if (!(await run.bench.connected(30_000))) throw new Error('the station did not come back');
    return await takeInventory(run.device);
  } finally {
    await run.close();
  }
}

/** Events of a timeline that is being written; [] before it is there. */
function eventsIn(reports, id) {
  const file = join(reports, 'timeline', `${id}.jsonl`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/** Runs the harness as a child; at the first event that `at` accepts it gets the signal. Resolves with what it said and how it ended. */
function harnessRun({ configFile, reports, cases, at, signal = 'SIGKILL' }) {
  // What an earlier run left of these cases is not this run's.
  for (const id of at === undefined ? [] : cases) rmSync(join(reports, 'timeline', `${id}.jsonl`), { force: true });
  const args = ['run', '--sut', 'station', '--config', configFile, '--case', cases.join(','), '--reports', reports];
  const child = spawn(process.execPath, [join(root, 'bin', 'assay.mjs'), ...args, '--order', 'random', '--seed', '3'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return new Promise((resolve) => {
    let signalled;
    const look = setInterval(() => {
      if (at === undefined || signalled !== undefined) return;
      if (!cases.some((id) => eventsIn(reports, id).some(at))) return;
      signalled = performance.now();
      child.kill(signal);
    }, 5);
    const limit = setTimeout(() => child.kill('SIGKILL'), 180_000);
    child.on('close', (code, ended) => {
      clearInterval(look);
      clearTimeout(limit);
      resolve({ said, code, ended, signalled, tookMs: signalled === undefined ? 0 : performance.now() - signalled });
    });
  });
}

const answered = (action) => (event) =>
  event.type === 'frame' &&
  event.sender === 'Charging Station' &&
  event.frame.kind === 'result' &&
  event.action === action &&
  event.phase === 'body';
const charging = (event) =>
  event.type === 'frame' &&
  event.frame.kind === 'call' &&
  event.action === 'TransactionEvent' &&
  event.raw.includes('"Charging"');

/** Where the harness is killed: a case, and the event at which it dies. */
const kills = [
  { where: 'before anything was sent', id: 'TC_B_06_CS', at: () => true, left: undefined },
  {
    where: 'with a new password on the station',
    id: 'TC_A_09_CS',
    at: answered('SetVariables'),
    left: 'BasicAuthPassword',
  },
  { where: 'with a cable in and a transaction running', id: 'TC_E_15_CS', at: charging, left: 'cable at EVSE 1' },
  {
    where: 'with a root installed',
    id: 'TC_M_01_CS',
    at: answered('InstallCertificate'),
    left: 'installed certificates',
  },
  {
    where: 'with a charging profile set',
    id: 'TC_K_01_CS',
    at: answered('SetChargingProfile'),
    left: 'charging profile',
  },
];
const rest = [
  'TC_B_06_CS',
  'TC_B_09_CS',
  'TC_B_12_CS',
  'TC_E_01_CS',
  'TC_E_03_CS',
  'TC_E_09_CS',
  'TC_E_15_CS',
  'TC_E_28_CS',
  'TC_F_01_CS',
  'TC_F_03_CS',
  'TC_K_01_CS',
  'TC_K_08_CS',
  'TC_K_60_CS',
  'TC_M_12_CS',
  'TC_A_10_CS',
];

const summaryIn = (reports) => JSON.parse(readFileSync(join(reports, 'summary.json'), 'utf8'));
const verdictsIn = (reports) => Object.fromEntries(summaryIn(reports).cases.map(({ id, verdict }) => [id, verdict]));

/** No artefact of a run that died may look like one of a run that came to its end. */
function greenIn(reports, id) {
  const [header] = eventsIn(reports, id);
  const junit = readFileSync(join(reports, 'junit.xml'), 'utf8');
  return [
    summaryIn(reports).incomplete === true ? undefined : 'summary.json does not say incomplete',
    header?.complete === false ? undefined : `timeline/${id}.jsonl does not say incomplete`,
    junit.includes('<error type="incomplete"') ? undefined : 'junit.xml has no error',
    readFileSync(join(reports, 'allure', 'index.html'), 'utf8').includes('<title>incomplete</title>')
      ? undefined
      : 'the report is not marked incomplete',
  ];
}

async function killed() {
  const port = await freePort();
  const pki = await runPki(completeConfig(settings(port)));
  const station = await foreignStation(`wss://localhost:${port}/ocpp`, pki);
  const configFile = join(work, 'station.yaml');
  const config = settings(port, station.ready.rig);
  writeFileSync(configFile, JSON.stringify(config)); // JSON is YAML
  const began = performance.now();
  try {
    const reports = join(work, 'reports');
    const reference = await harnessRun({ configFile, reports, cases: rest });
    if (!existsSync(join(reports, 'summary.json'))) throw new Error(`no report: ${reference.said}`);
    const [verdicts, before] = [verdictsIn(reports), await inventoryOf(config)];
    claim(
      `${rest.length} cases on a station of its own pass`,
      rest.filter((id) => verdicts[id] !== 'pass').map((id) => `${id}: ${verdicts[id]}`),
    );
    let left;
    for (const { where, id, at, left: leaves } of kills) {
      const { said, ended } = await killIn({ configFile, reports, cases: [id], at });
      if (left !== undefined) claim(`the next run puts back what was left: ${left}`, putBack(said, left));
      claim(`killed ${where}: nothing looks finished`, [
        ended === 'SIGKILL' ? undefined : `it was not killed but ended: ${said.slice(-300)}`,
        ...greenIn(reports, id),
      ]);
      left = leaves;
    }
    const last = await harnessRun({ configFile, reports, cases: rest });
    claim(`the next run puts back what was left: ${left}`, putBack(last.said, left));
    const named = summaryIn(reports).findings.map(({ message }) => message);
    claim('after five kills the verdicts are the same', differing(verdicts, verdictsIn(reports)));
    claim('and the inventory is as before, but for what is named', unnamed(before, await inventoryOf(config), named));
    claim(
      'no journal is left',
      existsSync(join(work, '.assay', `journal-${identity}.json`)) ? 'the file is still there' : undefined,
    );
    await interrupted({ configFile, reports });
  } finally {
    await station.stop();
  }
  process.stdout.write(`killed runs: ${seconds(began)}\n`);
}

/** A short case may be past its body before the signal lands: then nothing was killed in its middle, and the hammer falls again. */
async function killIn(options) {
  const [id] = options.cases;
  let before = '';
  for (let blow = 1; ; blow += 1) {
    const run = await harnessRun(options);
    const restoring = eventsIn(options.reports, id).some(({ phase }) => phase === 'restore');
    if (!restoring || blow === 10) return { ...run, said: before + run.said };
    before += run.said;
  }
}

function putBack(said, left) {
  const told = said.indexOf('Put back now:');
  return told !== -1 && said.slice(told).includes(left) ? undefined : `it said: ${said.slice(0, 600)}`;
}

/** Ctrl-C in the middle of a wait of half a minute. */
async function interrupted({ configFile, reports }) {
  const { code, tookMs, said } = await harnessRun({
    configFile,
    reports,
    cases: ['TC_C_02_CS'],
    signal: 'SIGINT',
    at: ({ type, phase }) => type === 'step' && phase === 'body',
  });
  const [first] = summaryIn(reports).cases;
  claim('Ctrl-C in a wait ends it, restores and reports within 20 s, marked incomplete', [
    tookMs > 0 && tookMs < 20_000 ? undefined : `it took ${Math.round(tookMs)} ms: ${said.slice(-300)}`,
    code === 2 ? undefined : `exit code ${code}`,
    summaryIn(reports).incomplete === true ? undefined : 'the summary does not say incomplete',
    first?.verdict === 'inconclusive' && first.reason.includes('interrupted')
      ? undefined
      : `the case is ${first?.verdict}: ${first?.reason}`,
  ]);
}

try {
  const parts = { twice, killed };
  const only = process.argv[process.argv.indexOf('--only') + 1];
  for (const [name, part] of Object.entries(parts)) if (!process.argv.includes('--only') || only === name) await part();
} catch (error) {
  claim('the proof came to its end', error.stack);
} finally {
  rmSync(work, { recursive: true, force: true });
}
const failed = claims.filter(({ failures }) => failures.length > 0);
const out = process.argv.indexOf('--out');
if (out !== -1)
  writeFileSync(
    process.argv[out + 1],
    JSON.stringify({
      passed: claims.length - failed.length,
      failed: failed.map(({ what, failures }) => `${what}: ${failures.join('; ')}`),
    }),
  );
process.stdout.write(`${claims.length - failed.length} passed, ${failed.length} failed\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
