import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  allFeatures,
  certificationProfiles,
  statementSchema,
  statementYaml,
  termOfKey,
} from '../../src/catalogue/index.ts';
import { loadConfig } from '../../src/harness/config/load.ts';
import { loadPics } from '../../src/harness/config/pics.ts';
import { personality } from '../../src/subject/personalities/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-pics-'));
const file = join(folder, 'pics.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

const load = (text: string, role: 'station' | 'csms' = 'station') => {
  writeFileSync(file, text);
  return loadPics(file, role);
};
function complaint(text: string, role: 'station' | 'csms' = 'station'): string {
  try {
    load(text, role);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    expect(error).toMatchObject({ name: 'UsageError' });
    expect(message).not.toContain('\n');
    return message.replace(`${folder}/`, '');
  }
  throw new Error('the statement was accepted');
}
const written = (answers: Readonly<Record<string, boolean | undefined>>, role: 'station' | 'csms' = 'station') =>
  statementYaml({
    role,
    schema: './pics.schema.json',
    answers: new Map(
      Object.entries(answers).map(([term, answer]) => [
        term,
        { value: answer === undefined ? 'open' : answer ? 'yes' : 'no' },
      ]),
    ),
  });

describe('a conformance statement', () => {
  it('is answered in plain words with the code before them, under headings or not', () => {
    const { answers, sources } = load(
      `sut: station
product: Wallbox 7
Certification profiles:
  Core: yes
  SmartCharging  Smart Charging: no
Core:
  C-30  local start with an RFID card: yes
  C-31  whatever we call it: no
  C-32  keys: open
  C-33:
  C-23: [Heartbeat, NTP]
Hardware:
  HFS-8  number of EVSEs: 2
  HFS-9: LTE
C-49: true
Smart Charging:
  SC-2.1: yes
`,
    );
    expect(answers).toEqual({
      Core: true,
      SmartCharging: false,
      'C-30': true,
      'C-31': false,
      'C-32': undefined,
      'C-33': undefined,
      'C-23': true,
      'HFS-8': true,
      'HFS-8 > 1': true,
      'HFS-9': true,
      'C-49': true,
      'SC-2.1': true,
    });
    expect(sources['C-30']?.endsWith('pics.yaml:7')).toBe(true);
  });

  it('understands what other layouts of Part 5 call it', () => {
    expect(load('sut: station\nLA-0: yes\nISO-3: no\n').answers).toEqual({ LocalAuthList: true, 'AQ-11': false });
  });

  it.each<[string, string, 'station' | 'csms']>([
    ['sut: station\nC-303: yes', 'pics.yaml:2: no such question: "C-303"; did you mean C-30?', 'station'],
    [
      'sut: station\nCore:\n  C-30: jes',
      'pics.yaml:3: C-30 must be yes, no or open, not "jes"; did you mean yes?',
      'station',
    ],
    ['sut: station\nC-30: &a yes\nC-31: *a', 'pics.yaml:3: C-31 must be yes, no or open, not "*a"', 'station'],
    ['sut: station\nC-30: 7', 'pics.yaml:2: C-30 must be yes, no or open, not 7', 'station'],
    ['sut: station\nHFS-8: many', 'pics.yaml:2: HFS-8 must be a number from 1, not "many"', 'station'],
    ['sut: station\nHFS-8: 0', 'pics.yaml:2: HFS-8 must be a number from 1, not 0', 'station'],
    [
      'sut: station\nHardwear:\n  HFS-1: yes',
      'pics.yaml:2: no such heading: "Hardwear"; did you mean Hardware?',
      'station',
    ],
    [
      'sut: station\nC-44: yes',
      'pics.yaml:2: C-44 is a question to a CSMS (a BootNotification can be answered Pending before Accepted); take it out',
      'station',
    ],
    [
      'sut: station\nC-30: yes\nC-30  card: no',
      'pics.yaml:3: C-30 is answered twice, and differently; the first answer is pics.yaml:2',
      'station',
    ],
    ['C-30: yes', 'pics.yaml:1: needs the line "sut: station"', 'station'],
    [
      'sut: station\nC-30: yes',
      'pics.yaml:1: sut is station, but csms is asked for; this is the statement of another product',
      'csms',
    ],
    ['sut: statoin', 'pics.yaml:1: sut is statoin, but station is asked for; write "sut: station"', 'station'],
    ['- a\n- b', 'pics.yaml:1: a conformance statement is a list of "question: answer"', 'station'],
    ['sut: station\n\tC-30: yes', 'pics.yaml:2: no readable YAML: Tabs are not allowed as indentation', 'station'],
    [
      'sut: station\nentirely: yes',
      'pics.yaml:2: no such question: "entirely"; "assay pics" writes a file with all questions',
      'station',
    ],
  ])('%j is refused in one line', (text, message, role) => {
    expect(complaint(text, role).replaceAll(`${folder}/`, '')).toBe(message);
  });

  it('says what to do about a file that is not there', () => {
    expect(() => loadPics(join(folder, 'none.yaml'), 'station')).toThrow(
      /none\.yaml: cannot be read; give the path of a conformance statement; "assay pics" writes one to fill in/,
    );
  });
});

describe('the form to fill in', () => {
  it.each(['station', 'csms'] as const)('holds every question to a %s once, and reads back as written', (role) => {
    const { answers } = load(written({}, role), role);
    const asked = allFeatures().filter(({ roles, answer }) => roles.includes(role) && answer !== 'derived');
    const profiles = certificationProfiles.map(({ name }) => name);
    expect(Object.keys(answers).sort()).toEqual([...asked.map(({ id }) => id), ...profiles].sort());
    expect(Object.values(answers).every((answer) => answer === undefined)).toBe(true);
  });

  it('keeps the answers of a personality', () => {
    const { pics } = personality('ac-1ph-socket');
    const read = load(written(pics)).answers;
    const asked = Object.keys(read).filter((term) => pics[term] !== undefined);
    expect(asked.length).toBeGreaterThan(90);
    for (const term of asked) expect([term, read[term]]).toEqual([term, pics[term]]);
  });

  it('has words that YAML reads as they stand', () => {
    for (const { id, meaning } of allFeatures()) {
      expect(meaning, id).not.toMatch(/: | #/);
      expect(termOfKey(`${id}  ${meaning}`)).toBe(id);
    }
  });

  it('fits the schema that editors complete from', () => {
    const validate = new Ajv({ strict: false }).compile(statementSchema());
    for (const role of ['station', 'csms'] as const) {
      expect([validate(parse(written({}, role))), validate.errors]).toEqual([true, null]);
    }
    expect(validate({ sut: 'station', 'C-30': 'yes', 'C-31  my words': false })).toBe(true);
    expect(validate({ sut: 'station', Hardware: { 'HFS-8  number of EVSEs': 2 } })).toBe(true);
    expect(validate({ sut: 'station', 'C-99': 'yes' })).toBe(false);
    expect(validate({ sut: 'station', 'C-30': 'maybe' })).toBe(false);
  });

  it('has its schema in schemas/, made by scripts/write-pics-schema.mjs', () => {
    expect(JSON.parse(readFileSync('schemas/pics.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(statementSchema())),
    );
  });
});

describe('pics of a configuration', () => {
  const config = (pics: string) => {
    const path = join(folder, 'station.yaml');
    writeFileSync(path, `sut: station\nidentity: CS-1\npassword: change-me-before-use-0001\n${pics}\n`);
    return path;
  };

  it('may be a map, in which codes are checked', () => {
    const { pics, picsSources } = loadConfig(config('pics:\n  C-30: yes\n  C-51: false\n  C-32: open'));
    expect(pics).toEqual({ 'C-30': true, 'C-51': false });
    expect(picsSources['C-51']?.endsWith('station.yaml:6')).toBe(true);
    expect(() => loadConfig(config('pics: { C-100: true }'))).toThrow(/station\.yaml:4: no such question: "C-100"/);
  });

  it('may be a file beside it', () => {
    writeFileSync(file, 'sut: station\nC-49: no\n');
    const { pics, picsSources } = loadConfig(config('pics: pics.yaml'));
    expect(pics).toEqual({ 'C-49': false });
    expect(picsSources['C-49']?.endsWith('pics.yaml:2')).toBe(true);
  });

  it('yields to a file given at the command, also where that leaves a question open', () => {
    writeFileSync(file, 'sut: station\nC-49: no\nC-51: open\n');
    expect(loadConfig(config('pics: { C-30: yes, C-49: yes, C-51: yes }'), file).pics).toEqual({
      'C-30': true,
      'C-49': false,
    });
  });
});
