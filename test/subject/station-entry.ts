/** A station process for the tests, with one mutant to choose. */
import { stationProcess } from '../../src/subject/station-process.ts';

await stationProcess({
  'deaf-to-the-interval': (parts) => ({ ...parts, boot: { ...parts.boot, retryAfter: () => 1 } }),
});
