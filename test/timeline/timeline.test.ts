import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  frameEvent,
  readTimeline,
  Timeline,
  TimelineFileError,
  type TimelineOptions,
} from '../../src/timeline/index.ts';
import { manualClock } from './manual-clock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timeline-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = manualClock();
const header: NonNullable<TimelineOptions['header']> = {
  case: 'TC_B_01_CS',
  suite: '0.1.0',
  edition: 'Edition 3',
  role: 'station',
  identity: 'CS001',
  configDigest: 'x',
  pics: {},
  clock: { epoch: 0, wallEpoch: 0, factor: 1 },
};
const open = (more: Partial<TimelineOptions> = {}) =>
  Timeline.open({ clock, path: join(folder, 'case.jsonl'), header, ...more });
const frame = (timeline: Timeline, sender: 'CSMS' | 'Charging Station', text: string) =>
  timeline.append(frameEvent(timeline, { sender, attempt: 1, text }));

describe('Timeline', () => {
  it('stamps sequence, elapsed, OCPP time and phase, keeps and tells', () => {
    const timeline = Timeline.open({ clock });
    const told: number[] = [];
    const end = timeline.subscribe(({ sequence }) => told.push(sequence));
    timeline.append({ type: 'note', text: 'one' });
    clock.pass(1500);
    timeline.setPhase('body');
    const second = timeline.append({ type: 'note', text: 'two' });
    end();
    timeline.append({ type: 'note', text: 'three' });
    expect(second).toMatchObject({ sequence: 2, elapsed: 1500, at: clock.now(), phase: 'body' });
    expect(timeline.events().map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(told).toEqual([1, 2]);
  });

  it('is incomplete on disk until it is settled, line by line', () => {
    const timeline = open();
    timeline.append({ type: 'note', text: 'naïve ✓' });
    timeline.append({ type: 'note', text: 'two' });
    const path = join(folder, 'case.jsonl');
    clock.pass(20);
    expect(readTimeline(path)).toMatchObject({
      header: { complete: false, timeline: 1 },
      events: [{ text: 'naïve ✓' }, { text: 'two' }],
    });
    timeline.append({ type: 'note', text: 'three' });
    clock.pass(20);
    expect(readTimeline(path).events).toHaveLength(3);
    timeline.append({ type: 'note', text: 'the last' });
    timeline.settle();
    timeline.settle();
    expect(readTimeline(path)).toMatchObject({
      header: { complete: true, case: 'TC_B_01_CS' },
      events: [{ sequence: 1 }, { sequence: 2 }, { sequence: 3 }, { text: 'the last' }],
    });
    timeline.append({ type: 'note', text: 'too late' });
    clock.pass(20);
    expect(readTimeline(path).events).toHaveLength(4);
  });

  it('goes on with the file of an earlier example', () => {
    const first = open();
    first.append({ type: 'note', text: 'example 1' });
    first.settle();
    const second = open({ append: true });
    expect(readTimeline(join(folder, 'case.jsonl')).header.complete).toBe(false);
    second.append({ type: 'note', text: 'example 2' });
    second.settle();
    expect(readTimeline(join(folder, 'case.jsonl'))).toMatchObject({
      header: { complete: true },
      events: [
        { sequence: 1, text: 'example 1' },
        { sequence: 2, text: 'example 2' },
      ],
    });
  });

  it('leaves whole lines when the process is killed', async () => {
    const path = join(folder, 'killed.jsonl');
    const script = join(folder, 'writer.mts');
    const source = new URL('../../src/timeline/index.ts', import.meta.url).href;
    const clocks = new URL('../../src/clock/index.ts', import.meta.url).href;
    writeFileSync(
      script,
      `import { Timeline } from ${JSON.stringify(source)}; import { ScaledClock } from ${JSON.stringify(clocks)};
       const timeline = Timeline.open({ clock: new ScaledClock(), path: ${JSON.stringify(path)}, header: ${JSON.stringify(header)} });
       setTimeout(() => console.log('ready'), 100);
       const write = () => { for (let i = 0; i < 50; i++) timeline.append({ type: 'note', text: 'x'.repeat(500) }); setImmediate(write); };
       write();`,
    );
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: process.cwd(),
    });
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.stdout.once('data', resolve);
      child.once('exit', () => reject(new Error('the writer ended before it was killed')));
    });
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await gone;
    const { header: read, events, truncated } = readTimeline(path);
    expect(read.complete).toBe(false);
    expect(events.length).toBeGreaterThan(0);
    expect(truncated).toBeUndefined();
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, i) => i + 1));
  });
});

it('a process that ends by itself writes what it had gathered', async () => {
  const path = join(folder, 'ended.jsonl');
  const script = join(folder, 'ending.mts');
  const source = new URL('../../src/timeline/index.ts', import.meta.url).href;
  const clocks = new URL('../../src/clock/index.ts', import.meta.url).href;
  writeFileSync(
    script,
    `import { Timeline } from ${JSON.stringify(source)}; import { ScaledClock } from ${JSON.stringify(clocks)};
     const timeline = Timeline.open({ clock: new ScaledClock(), path: ${JSON.stringify(path)}, header: ${JSON.stringify(header)} });
     timeline.append({ type: 'note', text: 'the last words' });
     process.exit(3);`,
  );
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit', cwd: process.cwd() });
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(3);
  expect(readTimeline(path)).toMatchObject({ header: { complete: false }, events: [{ text: 'the last words' }] });
});

describe('readTimeline', () => {
  it('tolerates a last line that is cut off, and says so', () => {
    const timeline = open();
    timeline.append({ type: 'note', text: 'whole' });
    clock.pass(20);
    const path = join(folder, 'case.jsonl');
    appendFileSync(path, '{"sequence":2,"type":"no');
    expect(readTimeline(path)).toMatchObject({
      events: [{ text: 'whole' }],
      truncated: expect.stringContaining(':3: the last line is cut off'),
    });
  });
  it('names file and line of anything else', () => {
    const path = join(folder, 'bad.jsonl');
    const first = { timeline: 1, ...header, complete: true };
    const note = { sequence: 1, elapsed: 0, at: 0, phase: 'body', type: 'note', text: 'so' };
    const reading = (...lines: unknown[]) => {
      writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
      return () => readTimeline(path);
    };
    expect(reading('nonsense')).toThrow(TimelineFileError);
    expect(reading('nonsense')).toThrow(`${path}:1: no JSON`);
    expect(reading({})).toThrow(`${path}:1: no timeline header`);
    expect(reading({ ...first, timeline: 9 })).toThrow(/:1: timeline version 9 is unknown; .* \(suite "0.1.0"\)/);
    expect(reading(first, { ...note, type: 'nota' })).toThrow(/:2: "type" is "nota"; .*; nearest is "note"/);
    expect(reading(first, note, { ...note, phase: 'bodi' })).toThrow(/:3: "phase" is "bodi"; .*; nearest is "body"/);
    expect(reading(first, { ...note, text: undefined, txt: 'so' })).toThrow(':2: "text" is missing; nearest is "txt"');
    expect(reading(first, { ...note, sequence: '1' })).toThrow(':2: "sequence" is "1"; it must be a number');
    expect(reading(first, note)).not.toThrow();
    writeFileSync(path, '');
    expect(() => readTimeline(path)).toThrow(`${path}:1: the file is empty`);
  });
});

describe('frames', () => {
  it('are correlated with the CALL of the other side and held against the schema', () => {
    const timeline = Timeline.open({ clock });
    frame(timeline, 'Charging Station', '[2,"1","Heartbeat",{}]');
    const answer = frame(timeline, 'CSMS', '[3,"1",{"currentTime":5}]');
    expect(answer).toMatchObject({ action: 'Heartbeat', schemaFaults: [{ path: '/currentTime', keyword: 'type' }] });
    expect(frame(timeline, 'Charging Station', '[3,"1",{}]')).not.toHaveProperty('action');
    expect(frame(timeline, 'Charging Station', '[4,"9","GenericError","",{}]')).toMatchObject({ schemaFaults: [] });
    expect(frame(timeline, 'CSMS', '[2,"2","FireLaser",{}]')).toMatchObject({ schemaFaults: [{ keyword: 'action' }] });
    expect(frame(timeline, 'CSMS', '[2,"2"')).toMatchObject({
      frame: { kind: 'malformed', reason: 'json' },
      schemaFaults: [],
    });
  });
  it('binary and oversize frames are events', () => {
    const timeline = Timeline.open({ clock });
    const event = frameEvent(timeline, {
      sender: 'CSMS',
      attempt: 1,
      text: '',
      binary: true,
      bytes: new Uint8Array([1, 2]),
    });
    expect(event).toMatchObject({
      frame: { kind: 'malformed', reason: 'binary' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(frameEvent(timeline, { sender: 'CSMS', attempt: 1, text: '[2', oversize: true }).frame).toMatchObject({
      reason: 'oversize',
    });
  });
});

describe('redaction', () => {
  const password = 'correct-horse-battery';
  const setPassword = JSON.stringify([
    2,
    '7',
    'SetVariables',
    {
      setVariableData: [
        { attributeValue: password, component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } },
      ],
    },
  ]);

  it('a password that is set is the same hash everywhere, and nowhere itself; the hash of the frame is of the real bytes', () => {
    const timeline = open();
    const event = frame(timeline, 'CSMS', setPassword);
    timeline.append({
      type: 'connection',
      what: 'http',
      attempt: 2,
      facts: { http: { authorization: { scheme: 'Basic', username: 'CS001', password } } },
    });
    timeline.append({ type: 'note', text: `it says ${password}` });
    timeline.settle();
    const text = readFileSync(join(folder, 'case.jsonl'), 'utf8');
    expect(text).not.toContain(password);
    const hashes = new Set(text.match(/redacted:[0-9a-f]{16}/g));
    expect(hashes.size).toBe(1);
    const [read] = readTimeline(join(folder, 'case.jsonl')).events;
    expect(read).toMatchObject({ type: 'frame', hash: event.type === 'frame' ? event.hash : '' });
    expect(timeline.events()[0]).toMatchObject({ raw: setPassword });
    expect(JSON.stringify(timeline.redacted())).not.toContain(password);
  });

  it('registered secrets, Basic credentials and private keys go, whatever their spelling', () => {
    const odd = 'pass"word\\with quotes';
    const key = '-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----';
    const timeline = open({ secrets: [odd] });
    frame(timeline, 'CSMS', JSON.stringify([2, '1', 'DataTransfer', { vendorId: 'x', data: `${odd} ${key}` }]));
    timeline.append({ type: 'note', text: 'Authorization: Basic Q1MwMDE6c2VjcmV0c2VjcmV0' });
    timeline.settle();
    const text = readFileSync(join(folder, 'case.jsonl'), 'utf8');
    expect(text).not.toContain('with quotes');
    expect(text).not.toContain('PRIVATE KEY');
    expect(text).not.toContain('Q1MwMDE6');
    const [first] = readTimeline(join(folder, 'case.jsonl')).events;
    const [inRaw] = (first?.type === 'frame' ? first.raw : '').match(/redacted:[0-9a-f]{16}/) ?? [];
    expect(first?.type === 'frame' && first.frame.kind === 'call' && String(first.frame.payload['data'])).toContain(
      inRaw,
    );
  });

  it('leaves certificates and short words alone', () => {
    const timeline = open({ secrets: ['CS'] });
    timeline.append({ type: 'note', text: 'CS001 -----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' });
    timeline.settle();
    expect(readFileSync(join(folder, 'case.jsonl'), 'utf8')).toContain('CS001 -----BEGIN CERTIFICATE');
  });
});
