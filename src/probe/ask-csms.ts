import type { Learned } from './learn.ts';

/** One attempt of our station to be let in, and to boot. */
export interface CsmsLine {
  /** Security profiles that the configuration has a URL for. */
  readonly profiles: readonly (1 | 2 | 3)[];
  /** Resolves with the reason when the CSMS does not let the station in. */
  connect(profile: 1 | 2 | 3): Promise<string | undefined>;
  /** Status of the answer to a BootNotificationRequest; undefined = none came. */
  boot(): Promise<string | undefined>;
}

/** What a CSMS shows a station that connects and boots; and a line for each attempt, for people. */
export async function askCsms(
  line: CsmsLine,
): Promise<{ readonly learned: ReadonlyMap<string, Learned>; readonly said: readonly string[] }> {
  const learned = new Map<string, Learned>();
  const said: string[] = [];
  for (const profile of line.profiles) {
    const refused = await line.connect(profile);
    if (refused !== undefined) {
      said.push(`security profile ${profile}: not let in (${refused})`);
      continue;
    }
    const status = await line.boot();
    said.push(`security profile ${profile}: let in, BootNotification ${status ?? 'not answered'}`);
    const from = `our station was let in on security profile ${profile}`;
    if (profile === 1) learned.set('C-61', { answer: true, from });
    if (profile === 3) learned.set('AdvancedSecurity', { answer: true, from });
    if (status === 'Pending') learned.set('C-44', { answer: true, from: 'BootNotification was answered Pending' });
    if (status === 'Pending' || status === 'Rejected')
      learned.set('AQ-17', { answer: true, from: `BootNotification was answered ${status}` });
  }
  return { learned, said };
}
