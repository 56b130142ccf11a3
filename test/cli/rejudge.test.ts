import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { rejudgeFiles } from '../../src/cli/rejudge.ts';
import { makeCase } from '../harness/case-bench.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-rejudge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = { timeline: 1, case: 'TC_B_01_CS', suite: '0.1.0', edition: 'e', role: 'station', identity: 'CS-1' };

/** Lines of a case that a rule passed, as a run leaves them. */
function lines(): string[] {
  const made = makeCase();
  made.step('Then', 'the rule holds');
  made.run.judge(['B01.FR.01'], undefined);
  made.timeline.setPhase('restore');
  made.timeline.append({ type: 'verdict', verdict: 'pass' });
  const first = {
    ...header,
    configDigest: 'd',
    pics: {},
    clock: { epoch: 0, wallEpoch: 0, factor: 1 },
    complete: true,
  };
  return [first, ...made.timeline.events()].map((line) => JSON.stringify(line));
}
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

it('one bad file is named with its line, and the others are judged all the same', () => {
  const good = lines();
  const files = [
    file('good.jsonl', `${good.join('\n')}\n`),
    file('bad.jsonl', `${good.join('\n').replace('"type":"step"', '"type":"stp"')}\n`),
    file('cut.jsonl', good.join('\n').slice(0, -30)),
    file('killed.jsonl', `${good.slice(0, -1).join('\n').replace('"complete":true', '"complete":false')}\n`),
    join(folder, 'missing.jsonl'),
  ];
  const judged = rejudgeFiles(files, undefined);
  expect(judged.map(({ state, now }) => [state, now])).toEqual([
    ['same', 'pass'],
    ['unreadable', 'none'],
    ['incomplete', 'inconclusive'],
    ['incomplete', 'inconclusive'],
    ['unreadable', 'none'],
  ]);
  expect(judged[1]?.notes[0]).toMatch(/bad\.jsonl:3: "type" is "stp"; .*nearest is "step"$/);
  expect(judged[2]?.notes.join()).toContain('the last line is cut off');
  expect(judged[3]?.notes).toContain('the run ended before this case did');
  expect(judged[4]?.notes[0]).toContain('no such file');
});
