export type { CsmsSubjectOptions } from './csms-options.ts';
export { runCsmsSubject } from './csms-process.ts';
export { type MutantFacts, mutantsOf } from './mutant-facts.ts';
export { ownFirmware } from './own-firmware.ts';
export { personality, personalityNames } from './personalities/index.ts';
export { type MutantReport, type Subject, spawnSubject } from './spawn.ts';
export type { StationSubjectOptions } from './station-options.ts';
export { runStationSubject } from './station-process.ts';
