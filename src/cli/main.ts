import { Command } from 'commander';
import { FeatureError, packageVersion, UsageError } from '../harness/index.ts';

const program = new Command('assay')
  .description('Conformance test harness for OCPP 2.0.1')
  .version(packageVersion)
  .showHelpAfterError();

const common = (command: Command) =>
  command
    .option('--case <ids>', 'official case ids, separated by commas')
    .option('--profile <names>', 'certification profiles, separated by commas')
    .option('--features <dir>', 'folder of features')
    .option('--reports <dir>', 'folder for reports', 'reports');

common(program.command('start').description('run the suite on the embedded station and CSMS'))
  .option('--real-time', 'OCPP time at the speed of the wall')
  .action(async (options) => {
    const { runEmbedded } = await import('./start.ts');
    const { selectionOf } = await import('./plan.ts');
    process.exitCode = await runEmbedded({
      roles: ['station', 'csms'],
      selection: selectionOf(options),
      reports: options.reports,
      realTime: options.realTime === true,
    });
  });

common(program.command('run').description('judge a charging station or a CSMS'))
  .requiredOption('--sut <role>', 'station or csms')
  .option('--config <file>', 'configuration of a real SUT; left out: the embedded one')
  .option('--personality <name>', 'embedded station to run')
  .option('--mutant <name>', 'embedded subject with one requirement broken')
  .option('--real-time', 'OCPP time at the speed of the wall')
  .action(async (options) => {
    const { runCommand } = await import('./run.ts');
    process.exitCode = await runCommand(options);
  });

program.command('subject <role>', { hidden: true }).action(async (role: string) => {
  const { subjectProcess } = await import('../subject/index.ts');
  await subjectProcess(role === 'csms' ? 'csms' : 'station');
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

/** One line for every bad input; a stack only for our own bugs. */
function report(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const wrongUse =
    error instanceof UsageError ||
    error instanceof FeatureError ||
    (error instanceof Error &&
      /^(NoTerminal|NoOperatorTerminal|TableFault|IssueError|RigUnreachable|OperatorUnreachable)$/.test(error.name));
  process.stderr.write(
    `assay: ${wrongUse || process.env['ASSAY_STACK'] === undefined ? message : (error as Error).stack}\n`,
  );
  process.exitCode = 3;
}

await program.parseAsync().catch(report);
