export { askCsms, type CsmsLine } from './ask-csms.ts';
export { askAbilities, askInventory, type StationLine } from './ask-station.ts';
export { type Disagreement, disagreements } from './compare.ts';
export { type DeviceVariable, Inventory } from './inventory.ts';
export type { Learned } from './learn.ts';
export { learnedFrom, tellable } from './station-looks.ts';
