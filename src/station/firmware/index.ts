export { createFirmware, type Firmware, type FirmwareOptions } from './module.ts';
export { type FirmwareTrust, firmwareSeams } from './seams.ts';
export type { Download } from './types.ts';
