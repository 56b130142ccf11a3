export { type Replayed, type ReplayOptions, replayCase } from './case.ts';
export { type Change, changesBetween } from './changes.ts';
