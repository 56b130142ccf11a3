import { describe, expect, it } from 'vitest';
import { type SpawnOptions, spawnSubject } from '../../src/subject/spawn.ts';

const entry = (script: string): SpawnOptions['entry'] => ({ command: process.execPath, args: ['-e', script] });
const station = (script: string, options: object = {}) =>
  spawnSubject({ role: 'station', options, entry: entry(script) });
const alive = 'process.stdin.on("end", () => process.exit(0)).resume();';
const echo = `require("node:readline").createInterface({ input: process.stdin }).once("line", (line) => {
  console.log(JSON.stringify({ ready: true, given: JSON.parse(line) }));
}).on("close", () => process.exit(0));`;

describe('an embedded subject as a process', () => {
  it('is given its options, tells when it is ready and ends when told', async () => {
    const subject = await station(echo, { identity: 'CS\n1' });
    expect(subject.ready).toMatchObject({ ready: true, given: { identity: 'CS\n1' } });
    expect(subject.pid).toBeGreaterThan(0);
    const [one, other] = await Promise.all([subject.stop(), subject.stop()]);
    expect(one).toEqual(other);
    expect(await subject.ended).toEqual(one);
  });

  it('reports mutants, those before ready too', async () => {
    const script = `process.on("SIGTERM", () => { console.log('{"mutant":"m","exercised":true}'); process.exit(0); });
      console.log('{"mutant":"m","applied":true}'); console.log('{"ready":true}'); process.stdin.resume();`;
    const subject = await station(script);
    expect(subject.mutants).toEqual([{ mutant: 'm', applied: true }]);
    const told: unknown[] = [];
    subject.onMutant((report) => told.push(report));
    await subject.stop();
    expect(told).toEqual([{ mutant: 'm', exercised: true }]);
    expect(subject.mutants).toHaveLength(2);
  });

  it('says why a subject did not start, with its last words', async () => {
    await expect(station('console.error("port 80 is taken"); process.exit(3)')).rejects.toThrow(
      'the embedded station ended before it was ready (exit code 3): port 80 is taken',
    );
    const nothing = { command: '/nowhere/assay', args: [] };
    await expect(spawnSubject({ role: 'csms', options: {}, entry: nothing })).rejects.toThrow(/embedded csms .*ENOENT/);
  });

  it('gives up on a subject that is never ready, and leaves no process behind', async () => {
    const slow = spawnSubject({
      role: 'station',
      options: {},
      entry: entry(`console.error("pid " + process.pid);${alive}`),
      readyWithinMs: 3000,
    });
    const error: unknown = await slow.catch((why: unknown) => why);
    expect(String(error)).toMatch(/was not ready within 3 s:\npid \d+/);
    const pid = Number(/pid (\d+)/.exec(String(error))?.[1]);
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('kills a subject that does not listen', async () => {
    const subject = await station(
      'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log(\'{"ready":true}\')',
    );
    expect(await subject.stop()).toMatchObject({ signal: 'SIGKILL' });
  });

  it('tells when a subject dies by itself', async () => {
    const subject = await station(
      'console.log(\'{"ready":true}\'); console.log("stray"); setTimeout(() => process.exit(7), 50)',
    );
    expect(await subject.ended).toEqual({ code: 7, signal: null, tail: 'stray' });
  });
});
