import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { ScaledClock } from '../../src/clock/index.ts';
import { CsmsPeer } from '../../src/peer/csms-peer.ts';
import {
  askAbilities,
  askInventory,
  disagreements,
  type Learned,
  learnedFrom,
  type StationLine,
} from '../../src/probe/index.ts';
import { personality, personalityNames } from '../../src/subject/personalities/index.ts';
import { spawnSubject } from '../../src/subject/spawn.ts';

const password = 'a-password-of-enough-length';
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** The embedded station as a process, connected to our CSMS seat and booted. */
async function connected(name: string): Promise<StationLine> {
  const clock = new ScaledClock();
  const peer = await CsmsPeer.start({
    clock,
    host: '127.0.0.1',
    path: '/ocpp',
    identity: 'CS-1',
    password,
    ports: { 1: 0 },
    tls: () => undefined,
    callTimeoutMs: 10_000,
    answers: { now: () => clock.now(), heartbeatInterval: 60, token: () => ({ status: 'Accepted' }) },
    tap: () => {},
    holds: () => false,
  });
  endings.push(() => peer.close());
  const booted = new Promise<void>((resolve, reject) => {
    const cancel = clock.after(40_000, () => reject(new Error(`${name} did not boot within 40 s`)));
    peer.onBoot(() => {
      cancel();
      resolve();
    });
  });
  const subject = await spawnSubject({
    role: 'station',
    options: {
      identity: 'CS-1',
      password,
      personality: name,
      networkProfiles: { 1: { url: peer.urls.get(1) ?? '', securityProfile: 1 } },
    },
    entry: {
      command: process.execPath,
      args: ['--import', 'tsx', fileURLToPath(new URL('../subject/station-entry.ts', import.meta.url))],
    },
  });
  endings.push(() => subject.stop());
  await booted;
  return { peer, clock, answerWith: (rule) => peer.answers.add(rule) };
}

async function probed(name: string): Promise<ReadonlyMap<string, Learned>> {
  const line = await connected(name);
  const device = await askInventory(line);
  expect([device.how, device.complete]).toEqual(['FullInventory', true]);
  return new Map([...learnedFrom(device), ...(await askAbilities(line))]);
}

describe('the embedded station, asked as a product would be', { timeout: 60_000 }, () => {
  it.each(personalityNames)('%s tells what its own statement says', async (name) => {
    const { pics } = personality(name);
    const learned = await probed(name);
    const told = [...learned].filter(([term]) => pics[term] !== undefined);
    expect(told.length).toBeGreaterThan(70);
    const wrong = told.filter(([term, { answer }]) => pics[term] !== answer);
    expect(wrong.map(([term, { answer, from }]) => `${term} ${answer}: ${from}`)).toEqual([]);
  });

  it('shows a lie in the statement, with the cases it decides', async () => {
    const learned = await probed('ac-1ph-socket');
    const { pics } = personality('ac-1ph-socket');
    const lies = { ...pics, 'C-53': false, 'HFS-1': false, Reservation: true };
    const found = disagreements('station', { answers: lies, sources: { 'C-53': 'pics.yaml:40' } }, learned);
    expect(found.map(({ term }) => term).sort()).toEqual(['C-53', 'HFS-1', 'Reservation']);
    expect(found.find(({ term }) => term === 'C-53')).toEqual({
      term: 'C-53',
      declared: false,
      source: 'pics.yaml:40',
      device: { answer: true, from: 'AuthCacheCtrlr.LifeTime is there' },
      wrongly: [],
      lost: ['TC_C_46_CS'],
    });
    expect(found.find(({ term }) => term === 'HFS-1')?.lost).toContain('TC_F_06_CS');
    expect(found.find(({ term }) => term === 'Reservation')?.wrongly).toContain('TC_H_01_CS');
  });
});
