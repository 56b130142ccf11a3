import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Result {
  readonly id: string;
  readonly verdict: string;
  readonly checks: readonly { readonly id: string; readonly result: string; readonly message?: string }[];
}
interface Tools {
  readExpected(file: string): Map<string, unknown>;
  differences(expected: Map<string, unknown>, cases: readonly Result[]): string[];
  besides(expected: Map<string, unknown>, cases: readonly Result[]): string[];
}
const { readExpected, differences, besides }: Tools = await import(new URL('expected.mjs', import.meta.url).href);

function expected(yaml: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'assay-expected-')), 'expected.yaml');
  writeFileSync(file, yaml);
  return readExpected(file);
}
const reviewed = expected(`
pass: [TC_A]
not applicable: [TC_B]
reds:
  TC_C: { verdict: fail, check: 2-sends, why: X01.FR.01 }
`);
const failing = (...checks: string[]): Result => ({
  id: 'TC_C',
  verdict: 'fail',
  checks: [
    { id: 'TC_C/1-state', result: 'pass' },
    ...checks.map((id) => ({
      id: id.startsWith('monitor/') ? id : `TC_C/${id}`,
      result: 'fail',
      message: 'why\nmore',
    })),
  ],
});
const green: readonly Result[] = [
  { id: 'TC_A', verdict: 'pass', checks: [] },
  { id: 'TC_B', verdict: 'not applicable', checks: [] },
];

describe('verdicts of a foreign program', () => {
  it('are as reviewed, also with one more failing check, which is told', () => {
    expect(differences(reviewed, [...green, failing('2-sends', 'monitor/x')])).toEqual([]);
    expect(besides(reviewed, [...green, failing('2-sends', 'monitor/x')])).toEqual(['TC_C: also monitor/x']);
    expect(besides(reviewed, [...green, failing('2-sends')])).toEqual([]);
  });
  it.each([
    [
      'a red that turned green',
      [...green, { id: 'TC_C', verdict: 'pass', checks: [] }],
      /^TC_C: pass, reviewed as fail/,
    ],
    [
      'a green that turned red',
      [{ ...failing('2-sends'), id: 'TC_A' }, ...green.slice(1), failing('2-sends')],
      /^TC_A: fail, reviewed as pass: why more/,
    ],
    [
      'a red for another reason',
      [...green, failing('3-rule')],
      /^TC_C: fail as reviewed, but by 3-rule, not by 2-sends/,
    ],
    ['a case that is gone', green, /^TC_C: expected, but not judged/],
  ])('%s is told in one line', (_what, cases, line) => {
    expect(differences(reviewed, cases)).toEqual([expect.stringMatching(line)]);
  });
  it('a case that came after the review is told and fails nothing', () => {
    const cases = [...green, failing('2-sends'), { id: 'TC_D', verdict: 'fail', checks: [] }];
    expect(differences(reviewed, cases)).toEqual([]);
    expect(besides(reviewed, cases)).toEqual(['TC_D: fail, not in expected.yaml yet']);
  });
  it.each([
    ['pass: [TC_A, TC_A]', /TC_A stands there twice/],
    ['reds: { TC_C: { verdict: pass, check: x, why: y } }', /TC_C needs verdict/],
    ['reds: { TC_C: { verdict: fail, check: x } }', /TC_C needs verdict .* and why/],
  ])('a bad list is refused: %s', (yaml, line) => {
    expect(() => expected(yaml)).toThrow(line);
  });
  it.each(['ocppsim', 'codetics'])('the list of %s can be read', (name) => {
    const file = new URL(`${name}/expected.yaml`, import.meta.url).pathname;
    expect(readExpected(file).size).toBeGreaterThan(10);
  });
});
