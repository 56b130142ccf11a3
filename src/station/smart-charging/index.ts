export { compositePeriods, oneDecimal } from './composite.ts';
export { leading, leadingOfEvse, leadingOfStation, limitIn } from './limits.ts';
export { createSmartCharging, type SmartCharging } from './module.ts';
export { nextChange, segmentAt, validAt } from './schedule.ts';
export type { ChargingProfile, Installed, Segment, Supply } from './types.ts';
