import { readFileSync } from 'node:fs';
import { UsageError } from '../config/load.ts';
import type { Config } from '../config/types.ts';

/** The configured image, or 4 KiB that an embedded station takes for firmware; the first line names its version. */
export function firmwareImage(config: Config): Uint8Array {
  const file = config.fixtures.firmware?.file;
  if (file === undefined) return new TextEncoder().encode(`assay-firmware 2.0.0\n${'firmware '.repeat(455)}`);
  try {
    return readFileSync(file);
  } catch {
    throw new UsageError(`${file}: cannot be read; it is named as fixtures.firmware.file`);
  }
}
