import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { durations as vocabulary } from '../../src/check/names.ts';
import { defaultDurations } from '../../src/harness/config/defaults.ts';
import { completeConfig, loadConfig, UsageError } from '../../src/harness/config/load.ts';
import { runPki } from '../../src/harness/run-pki.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-config-'));
const file = join(folder, 'config.yaml');
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const load = (text: string) => {
  writeFileSync(file, text);
  return loadConfig(file);
};
/** The one line that a bad configuration earns, without the folder. */
function complaint(text: string): string {
  try {
    load(text);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    const message = error instanceof Error ? error.message : '';
    expect(message).not.toContain('\n');
    return message.replace(`${folder}/`, '');
  }
  throw new Error('the configuration was accepted');
}

describe('defaults', () => {
  it('complete the least that must be said', () => {
    const config = completeConfig({ sut: 'station', identity: 'CS-1' });
    expect(config).toMatchObject({
      securityProfile: 2,
      tolerance: 4,
      mode: 'local',
      clockFactor: 1,
      subject: 'CS-1',
      restore: true,
      listen: { host: '127.0.0.1', path: '/ocpp' },
      deadlines: { response: 30, boot: 180 },
      rig: { driver: 'prompt', evses: [{ id: 1 }] },
      operator: { driver: 'prompt', unavailable: [] },
      fixtures: { evse: 1, connector: 1, chargingRateUnit: 'A' },
      csms: { roots: [], endpoints: {} },
    });
    expect(config.durations).toEqual(defaultDurations);
    expect(config.fixtures.tokens['unknown token']?.status).toBe('Unknown');
  });

  it('yield to what is said, key by key', () => {
    const config = completeConfig({
      sut: 'station',
      identity: 'CS-1',
      listen: { ports: { '1': 0 } },
      deadlines: { boot: 10 },
      durations: { 'boot time': 5 },
      fixtures: { evse: 2, tokens: { 'valid token': { idToken: '04AA', type: 'ISO14443' } } },
    });
    expect(config.listen).toMatchObject({ host: '127.0.0.1', path: '/ocpp', ports: { 1: 0 } });
    expect(config.listen.ports[2]).toBeUndefined();
    expect(config.deadlines).toMatchObject({ boot: 10, response: 30 });
    expect(config.durations).toMatchObject({ 'boot time': 5, 'message timeout': 30 });
    expect(config.fixtures.tokens['valid token']).toEqual({ idToken: '04AA', type: 'ISO14443', status: 'Accepted' });
    expect(config.fixtures.tokens['blocked token']?.status).toBe('Blocked');
  });

  it('every duration that features may name has one', () => {
    expect(vocabulary.filter((name) => defaultDurations[name] === undefined)).toEqual([]);
  });

  it('files are relative to the configuration', () => {
    const { csms, fixtures } = load(`sut: csms
identity: CS-1
securityProfile: 3
csms:
  roots: [roots/csms.pem, /absolute.pem]
  client: { certificate: client.pem, key: client.key }
fixtures:
  firmware: { file: fw.bin, signature: fw.sig, signingCertificate: fw.pem }
`);
    expect(csms.roots).toEqual([join(folder, 'roots/csms.pem'), '/absolute.pem']);
    expect(csms.client).toEqual({ certificate: join(folder, 'client.pem'), key: join(folder, 'client.key') });
    expect(Object.values(fixtures.firmware ?? {}).every(isAbsolute)).toBe(true);
  });
});

describe('an unknown key', () => {
  it('is named with its line and the nearest known one', () => {
    expect(complaint('sut: station\nidentity: CS-1\nsecurityProfil: 2\n')).toBe(
      'config.yaml:3: unknown key "securityProfil" in the configuration; did you mean securityProfile?',
    );
  });

  it.each([
    ['a section', 'deadlines:\n  bot: 5\n', 4, '"bot" in deadlines; did you mean boot?'],
    [
      'a shared definition',
      'csms:\n  client: { certificate: c, key: k, keey: k }\n',
      4,
      '"keey" in csms.client; did you mean key?',
    ],
    [
      'a list',
      'rig:\n  driver: prompt\n  evses:\n    - id: 1\n      phasis: 3\n',
      7,
      '"phasis" in rig.evses.0; did you mean phases?',
    ],
    [
      'a value with a free key',
      'fixtures:\n  tokens:\n    valid token:\n      idToken: A\n      type: Local\n      stats: Accepted\n',
      8,
      '"stats" in fixtures.tokens.valid token; did you mean status?',
    ],
  ])('in %s', (_where, text, line, why) => {
    expect(complaint(`sut: station\nidentity: CS-1\n${text}`)).toBe(`config.yaml:${line}: unknown key ${why}`);
  });

  it('far from every known one comes with the list', () => {
    expect(complaint('sut: station\nidentity: CS-1\nadvertise:\n  zzzzzz: x\n')).toBe(
      'config.yaml:4: unknown key "zzzzzz" in advertise; known keys: host',
    );
  });
});

describe('a bad value', () => {
  it.each([
    [
      'a word that is none of the choices',
      'sut: charger\nidentity: CS-1\n',
      'config.yaml:1: sut must be one of station, csms',
    ],
    [
      'a choice deep inside',
      'sut: station\nidentity: C\nrig:\n  driver: robot\n',
      'config.yaml:4: rig.driver must be one of embedded, prompt, octt-sut-api',
    ],
    ['a wrong type', 'sut: station\nidentity: C\nrestore: perhaps\n', 'config.yaml:3: restore must be boolean'],
    [
      'a number out of range',
      'sut: station\nidentity: C\nlisten:\n  filePort: 70000\n',
      'config.yaml:4: listen.filePort must be <= 65535',
    ],
    ['a missing key', 'sut: station\n', 'config.yaml:1: the configuration needs the key "identity"'],
    [
      'a missing key inside',
      'sut: csms\nidentity: C\noperator:\n  url: http://x\n',
      'config.yaml:3: operator needs the key "driver"',
    ],
    ['nothing at all', '', 'config.yaml:1: the configuration must be object'],
    ['no mapping', '- sut\n', 'config.yaml:1: the configuration must be object'],
    [
      'a short password',
      'sut: station\nidentity: C\npassword: short\n',
      'config.yaml:3: password must NOT have fewer than 16 characters',
    ],
  ])('%s', (_what, text, line) => {
    expect(complaint(text)).toBe(line);
  });

  it.each([
    ['sut: station\nidentity: "CS\n', '3: no readable YAML: Missing closing "quote'],
    ['sut: station\nsut: csms\n', '2: no readable YAML: Map keys must be unique'],
    ['sut: station\n  identity: CS-1\n', '1: no readable YAML: Nested mappings are not allowed in compact mappings'],
  ])('no YAML: %j', (text, line) => {
    expect(complaint(text)).toBe(`config.yaml:${line}`);
  });

  it('a file that is not there', () => {
    expect(() => loadConfig(join(folder, 'nowhere.yaml'))).toThrow(UsageError);
    expect(() => loadConfig(join(folder, 'nowhere.yaml'))).toThrow(/nowhere\.yaml: cannot be read; give the path/);
  });

  it('of the program itself is found too', () => {
    expect(() => completeConfig({ sut: 'station', identity: 'CS-1', rigg: {} })).toThrow(
      'configuration: unknown key "rigg" in the configuration; did you mean rig?',
    );
  });
});

describe('the environment', () => {
  it('gives texts, before they are checked', () => {
    vi.stubEnv('ASSAY_ID', 'CS-7');
    vi.stubEnv('PW', 'a-password-of-enough-length');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how a configuration writes it
    const config = load('sut: station\nidentity: ${env:ASSAY_ID}\npassword: ${env:PW}\n');
    expect(config).toMatchObject({ identity: 'CS-7', subject: 'CS-7', password: 'a-password-of-enough-length' });
  });

  it('is checked as if it were written', () => {
    vi.stubEnv('ASSAY_PASSWORD', 'short');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how a configuration writes it
    const text = 'sut: station\nidentity: C\npassword: ${env:ASSAY_PASSWORD}\n';
    expect(complaint(text)).toBe('config.yaml:3: password must NOT have fewer than 16 characters');
  });

  it('without the variable is one line that names it', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how a configuration writes it
    expect(complaint('sut: station\nidentity: C\npassword: ${env:ASSAY_NOT_SET}\n')).toBe(
      'config.yaml: the environment variable ASSAY_NOT_SET is not set; set it or write the value',
    );
  });
});

it('an address to advertise is refused where a certificate must name the host, and says which key', async () => {
  const config = (securityProfile: number) =>
    completeConfig({ sut: 'station', identity: 'CS-1', securityProfile, advertise: { host: '192.0.2.7' } });
  await expect(runPki(config(2), join(folder, 'pki'))).rejects.toThrow(
    /^advertise\.host: 192\.0\.2\.7 is an address; .*name/,
  );
  expect((await runPki(config(1), join(folder, 'pki'))).csms.EC.certificate).toContain('BEGIN CERTIFICATE');
});
