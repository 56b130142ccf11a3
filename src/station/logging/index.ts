export { logLines } from './lines.ts';
export { createLogs, type LogOptions } from './module.ts';
export type { LogLine, Upload } from './types.ts';
