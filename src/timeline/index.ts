export type * from './events.ts';
export { type Correlation, faultsOf, frameEvent, type WireFrame } from './frame-event.ts';
export { type ReadTimeline, readTimeline, TimelineFileError } from './reader.ts';
export { Redactor } from './redactor.ts';
export { Timeline, type TimelineOptions } from './timeline.ts';
