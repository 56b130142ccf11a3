import type { Mutant } from '../mutants/types.ts';

function applied<Parts>(mutants: Readonly<Record<string, Mutant<Parts>>>): Record<string, (parts: Parts) => Parts> {
  return Object.fromEntries(
    Object.values(mutants).map((mutant) => [mutant.name, (parts: Parts) => mutant.apply(parts)]),
  );
}

/** Life of an embedded subject as a process of its own; options come on stdin. Loads nothing of the other role. */
export async function subjectProcess(role: 'station' | 'csms'): Promise<void> {
  if (role === 'station') {
    const { stationProcess } = await import('./station-process.ts');
    const { stationMutants } = await import('../mutants/station/index.ts');
    return stationProcess(applied(stationMutants));
  }
  const { csmsProcess } = await import('./csms-process.ts');
  const { csmsMutants } = await import('../mutants/csms/index.ts');
  return csmsProcess(applied(csmsMutants));
}
