import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadBaseline } from '../../src/harness/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-baseline-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'known.yaml');
const features = join(import.meta.dirname, '../../features');
const read = (text: string) => {
  writeFileSync(file, text);
  return loadBaseline(file, features);
};
const validate = new Ajv().compile(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/baseline.schema.json'), 'utf8')),
);
const good = `# reviewed 2026-01
- case: TC_B_12_CS
  check: TC_B_12_CS/3-sends-all-parts-of-notify-report
  reason: counts from 1; fixed in firmware 2.1
  link: https://tracker.example/7
- case: TC_B_01_CS
  check: monitor/schema
  reason: vendorName is too long
  link: https://tracker.example/8
`;
/** The good file with one line changed. */
const spoilt = (from: string, to: string) => read(good.replace(from, to));

describe('the known differences of a product', () => {
  it('are read with the place of each', () => {
    expect(read(good)).toEqual([
      {
        case: 'TC_B_12_CS',
        check: 'TC_B_12_CS/3-sends-all-parts-of-notify-report',
        reason: 'counts from 1; fixed in firmware 2.1',
        link: 'https://tracker.example/7',
        place: `${file}:2`,
      },
      expect.objectContaining({ case: 'TC_B_01_CS', check: 'monitor/schema', place: `${file}:6` }),
    ]);
    expect(validate(parse(good))).toBe(true);
  });

  it('may be none', () => {
    expect(read('')).toEqual([]);
    expect(read('[]\n')).toEqual([]);
  });

  it.each([
    ['case: TC_B_12_CS', 'case: TC_B_9_CS', ':2: TC_B_9_CS is no case; did you mean TC_B_09_CS?'],
    ['case: TC_B_12_CS', 'case: TC_O_01_CS', ':2: TC_O_01_CS is not implemented, it cannot fail'],
    [
      'check: TC_B_12_CS/3-sends-all',
      'check: TC_B_12_CS/3-send-all',
      ':3: TC_B_12_CS has no check "TC_B_12_CS/3-send-all-parts-of-notify-report" (did you mean "TC_B_12_CS/3-sends-all-parts-of-notify-report"?)',
    ],
    ['monitor/schema', 'monitor/shema', ':7: TC_B_01_CS has no check "monitor/shema" (did you mean "monitor/schema"?)'],
    ['monitor/schema', 'zzz', ':7: TC_B_01_CS has no check "zzz"; "assay checks --case TC_B_01_CS" lists them'],
    ['reason: counts', 'raeson: counts', ':4: unknown key "raeson" (did you mean "reason"?)'],
    ['link: https://tracker.example/7', 'link: tracker 7', ':5: link "tracker 7" is no address; write https://...'],
    ['reason: vendorName is too long', 'reason: ""', ':8: the entry needs a "reason"'],
    ['  link: https://tracker.example/8\n', '', ':6: the entry needs a "link"'],
    ['reason: vendorName is too long', 'reason: 7', ':8: "reason" must be a text'],
  ])('%s -> %s: one line with file, line and what was meant', (from, to, message) => {
    expect(() => spoilt(from, to)).toThrow(`${file}${message}`);
  });

  it('excuse no preamble: it accuses nobody', () => {
    const text = good.replaceAll('TC_B_12_CS/3-sends-all-parts-of-notify-report', 'TC_A_04_CS/1-state-booting');
    expect(() => read(text.replace('case: TC_B_12_CS', 'case: TC_A_04_CS'))).toThrow('has no check');
  });

  it('stand once each', () => {
    const twice = good + good.slice(good.indexOf('- case'));
    expect(() => read(twice)).toThrow(
      `${file}:10: TC_B_12_CS/3-sends-all-parts-of-notify-report stands in ${file}:2 already`,
    );
  });

  it('are a list, in a file that can be read', () => {
    expect(() => read('case: TC_B_12_CS\n')).toThrow(`${file}:1: known differences are a list`);
    expect(() => read('- TC_B_12_CS\n')).toThrow(`${file}:1: an entry has the keys case, check, reason, link`);
    expect(() => read('- case: "TC\n')).toThrow(`${file}:`);
    expect(() => loadBaseline(join(folder, 'none.yaml'), features)).toThrow('cannot be read; give the path');
  });
});
