import { Command, CommanderError } from 'commander';
import { packageVersion } from '../harness/version.ts';
import { prepareEmbedded } from './embedded-entry.ts';
import { faultOf } from './faults.ts';

const program = new Command('assay')
  .description('Conformance test harness for OCPP 2.0.1')
  .version(packageVersion)
  .showHelpAfterError('(--help shows commands and options)')
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'assay:')) });

const common = (command: Command) =>
  command
    .option('--case <ids>', 'official case ids, separated by commas')
    .option('--profile <names>', 'certification profiles, separated by commas')
    .option('--tags <expression>', 'cucumber tag expression over the scenarios')
    .option('--shard <i/n>', 'one of n parts of the plan')
    .option('--order <order>', 'catalogue or random', 'catalogue')
    .option('--seed <n>', 'of a random order: the same seed gives the same order')
    .option('--features <dir>', 'folder of features')
    .option('--baseline <file>', 'known differences: checks that fail and do not fail the run')
    .option('--repeat <n>', 'judge each case n times; the worst counts, flaky checks are told')
    .option('--strict', 'compatibility fails like a requirement')
    .option('--parallel <n>', 'subjects judged at once: embedded ones, or those under "suts" of the configuration')
    .option('--reports <dir>', 'folder for reports', 'reports');

common(program.command('start').description('run the suite on the embedded station and CSMS'))
  .option('--real-time', 'OCPP time at the speed of the wall')
  .action(async (options) => {
    if (options.parallel === undefined) prepareEmbedded('station');
    const { runEmbedded } = await import('./start.ts');
    const { embeddedSuiteOf } = await import('./run.ts');
    const suite = embeddedSuiteOf({ ...options, sut: 'station' });
    process.exitCode = await runEmbedded({ ...suite, roles: ['station', 'csms'] });
  });

common(program.command('run').description('judge a charging station or a CSMS'))
  .requiredOption('--sut <role>', 'station or csms')
  .option('--config <file>', 'configuration of a real SUT; left out: the embedded one')
  .option('--personality <name>', 'embedded station to run')
  .option('--mutant <name>', 'embedded subject with one requirement broken')
  .option('--pics <file>', 'conformance statement; its answers go before those of the configuration')
  .option('--identity <id>', 'only this one of the subjects under "suts" of the configuration')
  .option('--allow-irreversible', 'run the cases that cannot be undone too, last')
  .option('--no-report', 'leave out JUnit and Allure; summary and timelines are written')
  .option('--real-time', 'OCPP time at the speed of the wall')
  .action(async (options) => {
    const { sut, config } = options;
    if (config === undefined && options.parallel === undefined && (sut === 'station' || sut === 'csms'))
      prepareEmbedded(sut);
    const { runCommand } = await import('./run.ts');
    process.exitCode = await runCommand(options);
  });

program.command('subject <role>', { hidden: true }).action(async (role: string) => {
  const { subjectProcess } = await import('../subject/process.ts');
  await subjectProcess(role === 'csms' ? 'csms' : 'station');
});

program.command('lane', { hidden: true }).action(async () => {
  const { lane } = await import('./lane.ts');
  await lane();
});

program.command('mutant-worker <reports>', { hidden: true }).action(async (reports: string) => {
  const { mutantWorker } = await import('./mutant-trial.ts');
  await mutantWorker(reports);
});

program
  .command('mutants')
  .description('break the embedded subjects one requirement at a time and see which case notices')
  .option('--case <ids>', 'only mutants of these cases')
  .option('--mutant <names>', 'only these mutants')
  .option('--parallel <n>', 'how many at once; left out: one more than there are cores')
  .option('--reports <dir>', 'folder for reports', 'reports')
  .option('--doc <file>', 'write the matrix as Markdown too')
  .action(async (options) => {
    const { mutantsCommand } = await import('./mutants.ts');
    process.exitCode = await mutantsCommand(options);
  });

program
  .command('station')
  .description('run the embedded charging station on its own')
  .requiredOption('--url <url>', 'CSMS URL without the identity')
  .option('--identity <id>', 'identity of the station', 'CS001')
  .option('--password <text>', 'BasicAuthPassword for security profiles 1 and 2')
  .option('--security-profile <n>', '1, 2 or 3', '2')
  .option('--root <file>', 'PEM file of the CSMS root; left out: the root of this checkout')
  .option('--personality <name>', 'which product it is', 'ac-3ph')
  .option('--rig-port <port>', 'port of the rig on loopback', '0')
  .action(async (options) => {
    const { stationTool } = await import('./tools.ts');
    await stationTool(options);
  });

program
  .command('csms')
  .description('run the embedded CSMS on its own, with its operator page')
  .option('--identity <id>', 'station that may connect', 'CS001')
  .option('--password <text>', 'its BasicAuthPassword', 'assay-station-password')
  .option('--ports <a,b,c>', 'ports of security profiles 1, 2 and 3', '9310,9311,9312')
  .option('--operator-port <port>', 'port of the operator page on loopback', '9313')
  .action(async (options) => {
    const { csmsTool } = await import('./tools.ts');
    await csmsTool(options);
  });

program
  .command('plan')
  .description('what a run would do and why, what is missing, how long it takes')
  .requiredOption('--sut <role>', 'station or csms')
  .option('--config <file>', 'configuration of a real SUT; left out: the embedded one')
  .option('--pics <file>', 'conformance statement; its answers go before those of the configuration')
  .option('--identity <id>', 'which of the subjects under "suts" of the configuration')
  .option('--personality <name>', 'embedded station to plan for')
  .option('--case <ids>', 'official case ids, separated by commas')
  .option('--profile <names>', 'certification profiles, separated by commas')
  .option('--tags <expression>', 'cucumber tag expression over the scenarios')
  .option('--features <dir>', 'folder of features')
  .option('--reports <dir>', 'folder whose last run tells how long cases take', 'reports')
  .option('--allow-irreversible', 'plan the cases that cannot be undone too')
  .option('--json', 'as JSON')
  .action(async (options) => {
    const { planCommand } = await import('./plan-command.ts');
    planCommand(options);
  });

program
  .command('explain <case>')
  .description('why a case is in or out: its condition, each answer with its source, what would change it')
  .option('--config <file>', 'configuration of a real SUT; left out: the embedded one')
  .option('--pics <file>', 'conformance statement; its answers go before those of the configuration')
  .option('--identity <id>', 'which of the subjects under "suts" of the configuration')
  .option('--personality <name>', 'embedded station to explain for')
  .option('--features <dir>', 'folder of features')
  .option('--reports <dir>', 'folder of the last run', 'reports')
  .option('--json', 'as JSON')
  .action(async (id: string, options) => {
    const { explainCommand } = await import('./explain.ts');
    explainCommand(id, options);
  });

program
  .command('probe')
  .description('ask a product what it tells about its conformance statement, and propose one')
  .option('--config <file>', 'configuration of a real product')
  .option('--sut <role>', 'station or csms; without --config: the embedded one')
  .option('--pics <file>', 'conformance statement to hold against the product')
  .option('--identity <id>', 'which of the subjects under "suts" of the configuration')
  .option('--personality <name>', 'embedded station to ask')
  .option('--write <file>', 'a new file for the proposed statement')
  .action(async (options) => {
    const { probeCommand } = await import('./probe.ts');
    process.exitCode = await probeCommand(options);
  });

program
  .command('pics')
  .description('write a conformance statement to fill in: every question of Part 5 in plain words')
  .requiredOption('--sut <role>', 'station or csms')
  .option('--config <file>', 'take over its answers')
  .option('--pics <file>', 'take over the answers of another statement')
  .option('--identity <id>', 'which of the subjects under "suts" of the configuration')
  .option('--personality <name>', 'take over the answers of an embedded station')
  .option('--write <file>', 'a new file; left out: the terminal')
  .action(async (options) => {
    const { picsCommand } = await import('./pics.ts');
    picsCommand(options);
  });

program
  .command('lint')
  .description('check features before anything runs')
  .option('--features <dir>', 'folder of features')
  .action(async (options) => {
    const { lintFeatures, officialSchemas } = await import('../harness/index.ts');
    const { selectionOf } = await import('./plan.ts');
    const problems = lintFeatures(selectionOf(options).features, officialSchemas());
    process.stdout.write(problems.length === 0 ? 'features: ok\n' : `${problems.join('\n')}\n`);
    process.exitCode = problems.length === 0 ? 0 : 1;
  });

program
  .command('cases')
  .description('every official case: id, profile, level, condition, implemented')
  .option('--json', 'as JSON')
  .option('--features <dir>', 'folder of features')
  .action(async (options) => {
    const { casesCommand } = await import('./cases.ts');
    casesCommand(options);
  });

program
  .command('judge <timelines...>')
  .description('judge recorded runs again, without any device, and say what changed')
  .option('--json', 'as JSON')
  .option('--strict', 'compatibility fails like a requirement')
  .action(async (files: string[], options) => {
    const { rejudgeCommand } = await import('./rejudge.ts');
    process.exitCode = rejudgeCommand(files, options);
  });

program
  .command('checks')
  .description('every check of every case: requirement, level, what it looks at')
  .option('--case <ids>', 'only these cases')
  .option('--features <dir>', 'folder of features')
  .option('--json', 'as JSON')
  .option('--doc <file>', 'write the list to a file')
  .action(async (options) => {
    const { checksCommand } = await import('./checks.ts');
    checksCommand(options);
  });

program
  .command('coverage')
  .description('requirement, the checks of the last run that judged it, and their verdict')
  .option('--reports <dir>', 'folder of the run', 'reports')
  .option('--json', 'as JSON')
  .action(async (options) => {
    const { coverageCommand } = await import('./coverage.ts');
    process.exitCode = coverageCommand(options);
  });

program
  .command('reference')
  .description('keep what the embedded products sent in the passed cases of a run; failures are compared with it')
  .option('--reports <dir>', 'folder of the run', 'reports')
  .option('--check', 'only compare; exit code 1 when a reference is missing or stale')
  .action(async (options) => {
    const { referenceCommand } = await import('./reference.ts');
    process.exitCode = referenceCommand(options);
  });

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

/** One line for every bad input, exit code 3; a fault of ours ends with 2. `ASSAY_STACK=1` shows where. */
function report(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 3;
    return;
  }
  const { text, exitCode } = faultOf(error);
  const stack = error instanceof Error && process.env['ASSAY_STACK'] !== undefined ? `\n${error.stack}` : '';
  process.stderr.write(`assay: ${text}${stack}\n`);
  process.exitCode = exitCode;
}

for (const command of [program, ...program.commands]) command.exitOverride();
await program.parseAsync().catch(report);
