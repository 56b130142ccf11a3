import { packageRoot } from '../harness/package-root.ts';
import { prepareSubject, type SubjectEntry } from '../subject/prepared.ts';

/** How an embedded subject is started: this program again, as a process of its own. */
export const embeddedEntry = (role: 'station' | 'csms'): SubjectEntry => ({
  command: process.execPath,
  args: [`${packageRoot}/bin/assay.mjs`, 'subject', role],
});

/** Lets an embedded subject load while this process does; only light modules may be imported here. */
export const prepareEmbedded = (role: 'station' | 'csms'): void => prepareSubject(embeddedEntry(role));
