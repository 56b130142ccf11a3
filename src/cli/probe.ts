import type { Statement } from '../catalogue/index.ts';
import { loadConfig, pkiFor, Run, UsageError } from '../harness/index.ts';
import {
  askAbilities,
  askCsms,
  askInventory,
  type Disagreement,
  disagreements,
  type Learned,
  learnedFrom,
  type StationLine,
} from '../probe/index.ts';
import { embeddedPki, openEmbedded } from './embedded.ts';
import { interruption } from './interruption.ts';
import { declared, demandNewFile, type Role, roleOf, writeStatement } from './pics.ts';
import { disagreementLines, proposal, proposalText } from './probe-text.ts';
import { announceStation, awaitStation } from './welcome.ts';

export interface ProbeOptions {
  readonly sut?: string;
  readonly config?: string;
  readonly pics?: string;
  readonly personality?: string;
  readonly identity?: string;
  readonly write?: string;
}
interface Found {
  readonly learned: ReadonlyMap<string, Learned>;
  /** How it was learned, in lines. */
  readonly said: readonly string[];
}

/** Our CSMS seat towards a station, once the station has booted or has said nothing for two seconds. */
async function lineTo({ bench, clock, config }: Run): Promise<StationLine | undefined> {
  if (bench.role !== 'station' || !(await bench.connected(config.deadlines.connection * 1000))) return undefined;
  await bench.booted(2000);
  return { peer: bench.peer, clock, answerWith: (rule) => bench.answerWith(rule) };
}

async function askStation(run: Run): Promise<Found> {
  const line = await lineTo(run);
  if (line === undefined) return { learned: new Map(), said: ['the station did not connect'] };
  const device = await askInventory(line);
  const abilities = await askAbilities(line);
  line.peer.reset();
  return {
    learned: new Map([...learnedFrom(device), ...abilities]),
    said: [`${device.variables.length} variables by ${device.how}`],
  };
}

async function askCsmsOf({ bench, config }: Run): Promise<Found> {
  if (bench.role !== 'csms') return { learned: new Map(), said: [] };
  return askCsms({
    profiles: ([1, 2, 3] as const).filter((profile) => config.csms.endpoints[profile] !== undefined),
    connect: async (securityProfile) => {
      await bench.renewStation();
      const result = await bench.connect({ securityProfile });
      return result.ok ? undefined : `${result.at}: ${result.reason}`;
    },
    boot: async () => {
      const outcome = await bench.peer.send('BootNotification', { reason: 'PowerUp' });
      return outcome.kind === 'result' ? String(outcome.payload['status']) : undefined;
    },
  });
}

/** A product of somebody: looked at only, so there are no hands and no operator. */
async function askReal(role: Role, file: string, identity: string | undefined): Promise<Found | undefined> {
  const config = loadConfig(file, undefined, identity);
  const [rig, operator] = [
    { ...config.rig, driver: 'none' as const },
    { ...config.operator, driver: 'none' as const },
  ];
  const stop = interruption();
  const pki = await pkiFor(file, config);
  const run = await Run.open({ config: { ...config, rig, operator }, pki, reports: 'reports' });
  try {
    if (role === 'csms') return await askCsmsOf(run);
    announceStation(run);
    return (await awaitStation(run, stop)) ? await askStation(run) : undefined;
  } finally {
    await run.close();
  }
}

async function askEmbedded(role: Role, statement: Statement, personality: string | undefined): Promise<Found> {
  const embedded = await openEmbedded({
    role,
    securityProfile: 2,
    pki: await embeddedPki(),
    pics: statement.answers,
    reports: 'reports',
    ...(personality === undefined ? {} : { personality }),
  });
  try {
    return await (role === 'station' ? askStation(embedded.run) : askCsmsOf(embedded.run));
  } finally {
    await embedded.close();
  }
}

const roleIn = ({ sut, config, identity }: ProbeOptions): Role => {
  if (sut !== undefined) return roleOf(sut);
  if (config !== undefined) return loadConfig(config, undefined, identity).sut;
  throw new UsageError('probe needs --config FILE, or --sut station|csms for an embedded product');
};

/** `assay probe`: asks a product what it can tell about its conformance statement. Resolves with the exit code. */
export async function probeCommand(options: ProbeOptions): Promise<number> {
  const role = roleIn(options);
  const statement = declared(role, options);
  demandNewFile(options.write);
  const found =
    options.config === undefined
      ? await askEmbedded(role, statement, options.personality)
      : await askReal(role, options.config, options.identity);
  if (found === undefined) return 2;
  const { learned, said } = found;
  const proposed = proposal(role, statement, learned);
  const against = disagreementLines(disagreements(role, statement, learned));
  process.stdout.write(`${said.join('\n')}\n\n`);
  if (against.length > 0)
    process.stdout.write(`The conformance statement and the product disagree:\n  ${against.join('\n  ')}\n\n`);
  if (options.write === undefined) process.stdout.write(proposalText(proposed));
  else {
    const heading = ['Proposed by "assay probe"; the comment behind an answer says where it comes from.', ...said];
    writeStatement(role, options.write, proposed.answers, heading);
    process.stdout.write(
      `${options.write}: written, ${proposed.answers.size - proposed.open.length} answers, ${proposed.open.length} open questions\n`,
    );
  }
  return 0;
}

/** A declared answer that the station contradicts, asked once before the first case; never a verdict. */
export async function statementAgainstDevice(run: Run, statement: Statement): Promise<readonly Disagreement[]> {
  if (Object.values(statement.answers).every((answer) => answer === undefined)) return [];
  const line = await lineTo(run);
  if (line === undefined) return [];
  const device = await askInventory(line);
  line.peer.reset();
  return disagreements('station', statement, learnedFrom(device));
}

/** Says on the terminal where the statement and the station disagree; silence means that nothing was seen. */
export async function warnAboutStatement(run: Run, statement: Statement): Promise<void> {
  const lines = disagreementLines(await statementAgainstDevice(run, statement));
  if (lines.length === 0) return;
  process.stdout.write(
    `The conformance statement and the device disagree; verdicts are not changed by it ("assay probe" proposes a statement):\n  ${lines.join('\n  ')}\n\n`,
  );
}
