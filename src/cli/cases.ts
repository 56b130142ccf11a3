import { allCases, casesJson, casesText, plan } from '../catalogue/index.ts';
import { scenariosIn } from '../harness/index.ts';
import { implementedIn, selectionOf } from './plan.ts';

/** `assay cases [--json]`. */
export function casesCommand(options: { readonly json?: boolean; readonly features?: string }): void {
  const { features } = selectionOf(options);
  const rows = plan(allCases(), { implemented: implementedIn(scenariosIn(features)), answers: {} });
  process.stdout.write(options.json === true ? casesJson(rows) : casesText(rows));
}
