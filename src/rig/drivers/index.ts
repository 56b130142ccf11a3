export { type ClockOffset, type EmbeddedRig, type EmbeddedRigOptions, embeddedRig } from './embedded.ts';
export { RigUnreachable } from './exchange.ts';
export { modelRig } from './model.ts';
export { type OcttRigOptions, octtRig } from './octt.ts';
export { NoTerminal, type PromptRigOptions, promptRig, type Terminal } from './prompt.ts';
export { stillRig } from './still.ts';
export { sentence } from './words.ts';
