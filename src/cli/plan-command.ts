import { completeConfig, scenariosIn } from '../harness/index.ts';
import { type Declared, declared, type Role, roleOf } from './pics.ts';
import { selectionOf } from './plan.ts';
import { planReport } from './plan-report.ts';
import { planText } from './plan-text.ts';

export interface PlanOptions {
  readonly sut: string;
  readonly config?: string;
  readonly pics?: string;
  readonly personality?: string;
  readonly identity?: string;
  readonly case?: string;
  readonly profile?: string;
  readonly tags?: string;
  readonly features?: string;
  readonly reports: string;
  readonly allowIrreversible?: boolean;
  readonly json?: boolean;
}

/** The configuration to look at cases with: the declared one, or the least that an embedded product has. */
export function configOf(role: Role, { config, answers }: Declared) {
  return (
    config ??
    completeConfig({
      sut: role,
      identity: 'embedded',
      rig: { driver: 'embedded' },
      operator: { driver: 'embedded' },
      durations: { 'reboot time': 2 },
      pics: answers,
    })
  );
}

/** `assay plan`: what a run would do, why, what is missing and how long it takes. Opens nothing. */
export function planCommand(options: PlanOptions): void {
  const role = roleOf(options.sut);
  const product = declared(role, options);
  const selection = selectionOf(options);
  const report = planReport({
    role,
    declared: product,
    config: configOf(role, product),
    selection,
    scenarios: scenariosIn(selection.features),
    reports: options.reports,
    allowIrreversible: options.allowIrreversible === true,
  });
  process.stdout.write(options.json === true ? `${JSON.stringify(report, undefined, 2)}\n` : planText(report));
}
