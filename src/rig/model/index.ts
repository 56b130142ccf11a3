export { type EvOptions, usualEv } from './ev.ts';
export type * from './hardware.ts';
export { RigModel, type RigModelOptions } from './rig-model.ts';
export * from './schema.ts';
export type * from './types.ts';
