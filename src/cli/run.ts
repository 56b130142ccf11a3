import { type BaselineEntry, loadBaseline, UsageError } from '../harness/index.ts';
import { selectionOf } from './plan.ts';
import { timesOf } from './repeat.ts';
import { runEmbedded } from './start.ts';

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
}

/** Reads `--baseline FILE`, `--repeat N` and `--strict`. */
export function judgingOf(
  { baseline, repeat, strict }: Pick<RunCommand, 'baseline' | 'repeat' | 'strict'>,
  features: string,
): { readonly times: number; readonly strict: boolean; readonly baseline?: readonly BaselineEntry[] } {
  const judging = { times: timesOf(repeat), strict: strict === true };
  return baseline === undefined ? judging : { ...judging, baseline: loadBaseline(baseline, features) };
}

/** `assay run`: the embedded subject without --config, a real one with it. Resolves with the exit code. */
export async function runCommand(options: RunCommand): Promise<number> {
  const { sut } = options;
  if (sut !== 'station' && sut !== 'csms') throw new UsageError(`--sut ${sut}: must be station or csms`);
  const selection = selectionOf(options);
  const judging = judgingOf(options, selection.features);
  if (options.config !== undefined) {
    const { runReal } = await import('./real.ts');
    return runReal({
      sut,
      file: options.config,
      selection,
      reports: options.reports,
      ...judging,
      allowIrreversible: options.allowIrreversible === true,
      ...(options.pics === undefined ? {} : { pics: options.pics }),
    });
  }
  return runEmbedded({
    roles: [sut],
    selection,
    ...judging,
    reports: options.reports,
    ...(options.personality === undefined ? {} : { personality: options.personality }),
    ...(options.pics === undefined ? {} : { pics: options.pics }),
    ...(options.mutant === undefined ? {} : { mutant: options.mutant }),
    ...(options.realTime === undefined ? {} : { realTime: options.realTime }),
    withReport: options.report !== false,
  });
}
