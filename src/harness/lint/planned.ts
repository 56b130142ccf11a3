import { sep } from 'node:path';
import type { Schemas } from '../../check/schemas.ts';
import { resolvableNames } from '../case/fixtures.ts';
import type { Config } from '../config/types.ts';
import { FeatureError, scenariosIn } from '../cucumber.ts';
import { defaultSetting, problemsOf } from './index.ts';

const mostProblems = 5;

/**
 * Holds the scenarios of a plan against vocabulary, schemas and fixtures before anything is started or written.
 * @param config fixtures that the scenarios may name; left out: the defaults
 * Throws FeatureError that names file and line of each mistake, the first five.
 */
export function checkPlanned(
  features: string,
  role: 'station' | 'csms',
  ids: readonly string[],
  schemas: Schemas,
  config?: Config,
): void {
  const setting = {
    ...defaultSetting(role, schemas),
    ...(config === undefined ? {} : { names: resolvableNames(config) }),
  };
  const wanted = new Set(ids);
  const problems = scenariosIn(features)
    .filter(({ id }) => wanted.has(id))
    .flatMap(({ uri, line, stepLines, pickle }) =>
      problemsOf(pickle, setting).map(({ step, why }) => {
        const place = step === undefined ? line : (stepLines[step] ?? line);
        return `${uri.split(sep).join('/')}:${place}: ${why}`;
      }),
    );
  if (problems.length === 0) return;
  const rest = problems.length - mostProblems;
  const told = [...problems.slice(0, mostProblems), ...(rest > 0 ? [`and ${rest} more; "assay lint" tells all`] : [])];
  throw new FeatureError(`nothing was run: ${told.join('\n')}`);
}
