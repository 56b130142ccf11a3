import { csmsMutants } from '../mutants/csms/index.ts';
import { stationMutants } from '../mutants/station/index.ts';
import type { Mutant } from '../mutants/types.ts';

export type MutantFacts = Omit<Mutant<never>, 'apply'>;

/** What there is to break, by role. */
export const mutantsOf: Readonly<Record<'station' | 'csms', readonly MutantFacts[]>> = {
  station: Object.values(stationMutants),
  csms: Object.values(csmsMutants),
};
