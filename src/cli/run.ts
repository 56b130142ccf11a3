import { type BaselineEntry, loadBaseline, sutsOf, UsageError } from '../harness/index.ts';
import { selectionOf } from './plan.ts';
import type { RealSuite } from './real.ts';
import { timesOf } from './repeat.ts';
import type { EmbeddedSuite } from './start.ts';

export interface RunCommand {
  readonly sut: string;
  readonly config?: string;
  readonly case?: string;
  readonly profile?: string;
  readonly features?: string;
  readonly tags?: string;
  readonly shard?: string;
  readonly order?: string;
  readonly seed?: string;
  readonly allowIrreversible?: boolean;
  readonly reports: string;
  readonly personality?: string;
  readonly mutant?: string;
  readonly pics?: string;
  readonly realTime?: boolean;
  readonly report?: boolean;
  readonly baseline?: string;
  readonly repeat?: string;
  readonly strict?: boolean;
  /** Which of the subjects under `suts`. */
  readonly identity?: string;
  readonly parallel?: string;
}

/** Reads `--baseline FILE`, `--repeat N` and `--strict`. */
export function judgingOf(
  { baseline, repeat, strict }: Pick<RunCommand, 'baseline' | 'repeat' | 'strict'>,
  features: string,
): { readonly times: number; readonly strict: boolean; readonly baseline?: readonly BaselineEntry[] } {
  const judging = { times: timesOf(repeat), strict: strict === true };
  return baseline === undefined ? judging : { ...judging, baseline: loadBaseline(baseline, features) };
}

/** Reads `--parallel N`. */
export function parallelOf(parallel: string | undefined): number | undefined {
  if (parallel === undefined) return undefined;
  if (/^[1-9]\d?$/.test(parallel)) return Number(parallel);
  throw new UsageError(`--parallel ${parallel}: write how many subjects are judged at once, 1 to 99`);
}

/** Whoever names a subject means one of a configuration, not the embedded product. */
export function identityNeedsConfig({
  identity,
  config,
}: {
  readonly identity?: string;
  readonly config?: string;
}): void {
  if (identity !== undefined && config === undefined)
    throw new UsageError(`--identity ${identity}: only a configuration names subjects; add --config FILE`);
}

/** The role that `--sut` names. */
function roleOf({ sut }: RunCommand): 'station' | 'csms' {
  if (sut === 'station' || sut === 'csms') return sut;
  throw new UsageError(`--sut ${sut}: must be station or csms`);
}

/** What `assay run --config FILE` judges. */
export function realSuiteOf(options: RunCommand): RealSuite {
  const selection = selectionOf(options);
  return {
    sut: roleOf(options),
    file: options.config ?? '',
    selection,
    reports: options.reports,
    ...judgingOf(options, selection.features),
    allowIrreversible: options.allowIrreversible === true,
    ...(options.pics === undefined ? {} : { pics: options.pics }),
    ...(options.identity === undefined ? {} : { identity: options.identity }),
  };
}

/** What `assay run` without a configuration judges. */
export function embeddedSuiteOf(options: RunCommand): EmbeddedSuite {
  const selection = selectionOf(options);
  const parallel = parallelOf(options.parallel) ?? 1;
  if (parallel > 1 && options.mutant !== undefined)
    throw new UsageError(`--parallel ${parallel}: a mutant is judged by one process; leave --parallel out`);
  return {
    roles: [roleOf(options)],
    selection,
    ...judgingOf(options, selection.features),
    reports: options.reports,
    ...(options.personality === undefined ? {} : { personality: options.personality }),
    ...(options.pics === undefined ? {} : { pics: options.pics }),
    ...(options.mutant === undefined ? {} : { mutant: options.mutant }),
    ...(options.realTime === undefined ? {} : { realTime: options.realTime }),
    ...(parallel === 1 ? {} : { parallel: { atOnce: parallel, options } }),
    withReport: options.report !== false,
  };
}

/** `assay run`: the embedded subject without --config, a real one, or several, with it. Resolves with the exit code. */
export async function runCommand(options: RunCommand): Promise<number> {
  if (options.config === undefined) {
    identityNeedsConfig(options);
    const suite = embeddedSuiteOf(options);
    const { runEmbedded } = await import('./start.ts');
    return runEmbedded(suite);
  }
  const suite = realSuiteOf(options);
  const parallel = parallelOf(options.parallel);
  const identities = options.identity === undefined ? sutsOf(options.config) : [];
  if (identities.length > 1) {
    const { runSuts } = await import('./parallel-suts.ts');
    return runSuts(suite, identities, { options, parallel });
  }
  if (parallel !== undefined && parallel > 1)
    throw new UsageError(
      `--parallel ${parallel}: ${options.config} describes one subject; name several under "suts", or leave --parallel out`,
    );
  const { runReal } = await import('./real.ts');
  return runReal(suite);
}
