// Loaded into a measured process with `node --import`: leaves its peak memory (kB) in the file that `?to=` names.
import { writeFileSync } from 'node:fs';

const target = new URL(import.meta.url).searchParams.get('to');
process.on('exit', () => writeFileSync(target, String(process.resourceUsage().maxRSS)));
