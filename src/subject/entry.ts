import { csmsMutants } from '../mutants/csms/index.ts';
import { stationMutants } from '../mutants/station/index.ts';
import type { Mutant } from '../mutants/types.ts';
import { csmsProcess } from './csms-process.ts';
import { stationProcess } from './station-process.ts';

function applied<Parts>(mutants: Readonly<Record<string, Mutant<Parts>>>): Record<string, (parts: Parts) => Parts> {
  return Object.fromEntries(
    Object.values(mutants).map((mutant) => [mutant.name, (parts: Parts) => mutant.apply(parts)]),
  );
}

/** Life of an embedded subject as a process of its own; options come on stdin. */
export function subjectProcess(role: 'station' | 'csms'): Promise<void> {
  return role === 'station' ? stationProcess(applied(stationMutants)) : csmsProcess(applied(csmsMutants));
}

export type MutantFacts = Omit<Mutant<never>, 'apply'>;

/** What there is to break, by role. */
export const mutantsOf: Readonly<Record<'station' | 'csms', readonly MutantFacts[]>> = {
  station: Object.values(stationMutants),
  csms: Object.values(csmsMutants),
};
