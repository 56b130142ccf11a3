import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig, sutsOf } from '../../src/harness/config/load.ts';
import { fileNameOf } from '../../src/harness/config/suts.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-suts-'));
const file = join(folder, 'lab.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

const two = `sut: station
password: a-password-of-two-stations
listen: { host: 0.0.0.0, ports: { 2: 9411 } }
pics: { C-30: yes, C-49: no }
suts:
  - identity: CS-ONE
  - identity: CS-TWO
    securityProfile: 3
    listen: { ports: { 3: 9412 } }
    pics: { C-49: yes }
`;
const load = (text: string, identity?: string) => {
  writeFileSync(file, text);
  return loadConfig(file, undefined, identity);
};
function complaint(text: string, identity?: string): string {
  try {
    load(text, identity);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    expect(message).not.toContain('\n');
    return message.replaceAll(`${folder}/`, '');
  }
  throw new Error('the configuration was accepted');
}

describe('several subjects in one configuration', () => {
  it('are named by it, in its order', () => {
    writeFileSync(file, two);
    expect(sutsOf(file)).toEqual(['CS-ONE', 'CS-TWO']);
    writeFileSync(file, 'sut: station\nidentity: CS-1\n');
    expect(sutsOf(file)).toEqual([]);
  });

  it('share what stands beside suts, and go before it key by key', () => {
    const [one, other] = [load(two, 'CS-ONE'), load(two, 'CS-TWO')];
    expect(one).toMatchObject({
      identity: 'CS-ONE',
      securityProfile: 2,
      listen: { host: '0.0.0.0', ports: { 2: 9411 } },
    });
    expect(other).toMatchObject({ identity: 'CS-TWO', securityProfile: 3, subject: 'CS-TWO' });
    expect(other.listen).toMatchObject({ host: '0.0.0.0', ports: { 2: 9411, 3: 9412 } });
    expect([one.pics['C-49'], other.pics['C-49'], other.pics['C-30']]).toEqual([false, true, true]);
    expect(other.picsSources['C-49']).toMatch(/lab\.yaml:10$/);
  });

  it('have folders that can be told apart', () => {
    expect(['CS 1', '..', 'CS-1'].map(fileNameOf)).toEqual(['sut-CS_1', 'sut-..', 'sut-CS-1']);
    const both = (one: string, other: string) =>
      complaint(two.replace('CS-ONE', `"${one}"`).replace('CS-TWO', `"${other}"`), one);
    const files = 'each subject has files of its own, named after it';
    expect(both('CS.1', 'CS_1')).toBe(`lab.yaml:7: CS_1 is too like CS.1; ${files}`);
    expect(both('cs-1', 'CS-1')).toBe(`lab.yaml:7: CS-1 is too like cs-1; ${files}`);
    expect(both('CS-1', 'CS-1')).toBe(`lab.yaml:7: CS-1 is under suts twice; ${files}`);
  });

  it('need only their own secrets', () => {
    const secret = two.replace('securityProfile: 3', `password: "${'$'}{env:ASSAY_TEST_OF_TWO}"`);
    expect(load(secret, 'CS-ONE').identity).toBe('CS-ONE');
    expect(complaint(secret, 'CS-TWO')).toMatch(/ASSAY_TEST_OF_TWO is not set/);
  });

  it('lay their answers over those of all, from a file and by alias too', () => {
    writeFileSync(join(folder, 'pics.yaml'), 'sut: station\nCore:\n  C-30: yes\n  C-49: no\n');
    const fromFile = load(two.replace('pics: { C-30: yes, C-49: no }', 'pics: pics.yaml'), 'CS-TWO');
    expect([fromFile.pics['C-30'], fromFile.pics['C-49']]).toEqual([true, true]);
    const aliased = two
      .replace('  - identity: CS-ONE', '  - identity: CS-ONE\n    pics: &same { C-51: no }')
      .replace('pics: { C-49: yes }', 'pics: *same');
    expect(['CS-ONE', 'CS-TWO'].map((identity) => load(aliased, identity).pics['C-51'])).toEqual([false, false]);
  });

  it('must be told apart by whoever asks for one', () => {
    expect(complaint(two)).toBe('lab.yaml: it describes CS-ONE, CS-TWO; say which with --identity');
    expect(complaint(two, 'CS-THREE')).toBe('--identity CS-THREE: lab.yaml describes CS-ONE, CS-TWO');
    expect(complaint('sut: station\nidentity: CS-1\n', 'CS-2')).toBe('--identity CS-2: lab.yaml describes CS-1');
    expect(load(two.split('  - identity: CS-TWO')[0] ?? '').identity).toBe('CS-ONE');
  });

  it('are wrong with file and line of their own entry', () => {
    expect(complaint(two.replace('securityProfile', 'securityProfil'), 'CS-TWO')).toBe(
      'lab.yaml:8: unknown key "securityProfil" in the configuration; did you mean securityProfile?',
    );
    expect(complaint(two.replace('host: 0.0.0.0', 'hots: 0.0.0.0'), 'CS-TWO')).toMatch(
      /^lab\.yaml:3: unknown key "hots"/,
    );
    expect(complaint(two.replace('  - identity: CS-ONE\n', '  - securityProfile: 1\n'))).toBe(
      'lab.yaml:6: each subject under suts needs the key "identity"',
    );
    expect(complaint(two.replace('identity: CS-ONE', 'identity: 1001'))).toBe(
      'lab.yaml:6: each subject under suts needs the key "identity"; 1001 is a number, write "1001" in quotes',
    );
    expect(complaint('sut: station\nsuts: []\n')).toBe(
      'lab.yaml:2: suts must be a list with an entry for each subject',
    );
    expect(complaint('sut: station\n')).toMatch(/needs the key "identity"/);
  });
});
