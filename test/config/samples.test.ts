import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../src/check/names.ts';
import { defaultDurations } from '../../src/harness/config/defaults.ts';
import { loadConfig } from '../../src/harness/config/load.ts';

describe.each(['station', 'csms'] as const)('the sample configuration of a %s', (sut) => {
  const file = `config/${sut}.sample.yaml`;

  it('loads', () => {
    const config = loadConfig(file);
    expect(config.sut).toBe(sut);
    expect(config.identity).toBe('CS-0001');
    expect(config.securityProfile).toBe(2);
  });
  it('names the schema that editors complete from', () => {
    const [line = ''] = readFileSync(file, 'utf8').split('\n');
    const schema = /^# yaml-language-server: \$schema=(\S+)$/.exec(line)?.[1] ?? '';
    expect(existsSync(join(dirname(file), schema))).toBe(true);
  });
  it('uses only names that features know', () => {
    const { fixtures: given, durations } = loadConfig(file);
    expect(Object.keys(given.tokens).filter((name) => !fixtures.includes(name))).toEqual([]);
    expect(Object.keys(durations).filter((name) => defaultDurations[name] === undefined)).toEqual([]);
  });
  it('says where its changes belong', () => {
    expect(readFileSync(file, 'utf8').match(/# CHANGE: /g)?.length).toBeGreaterThan(3);
  });
});

it('the operator table of the CSMS sample is there', () => {
  expect(existsSync(loadConfig('config/csms.sample.yaml').operator.table ?? '')).toBe(true);
});
