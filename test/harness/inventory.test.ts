import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inventory } from '../../src/harness/index.ts';
import { inventoryText } from '../../src/report/index.ts';

const root = join(import.meta.dirname, '../..');
const all = inventory(join(root, 'features'));
const checksOf = (id: string) => all.cases.find((each) => each.id === id)?.checks ?? [];

describe('the inventory of checks', () => {
  it('is committed as docs/checks.txt (npm run checks writes it)', () => {
    expect(readFileSync(join(root, 'docs/checks.txt'), 'utf8')).toBe(inventoryText(all));
  });

  it('lists what the SUT must do, not what we do', () => {
    expect(checksOf('TC_A_10_CS').map(({ id }) => id)).toEqual([
      'TC_A_10_CS/2-responds-set-variables-response',
      'TC_A_10_CS/4-makes-connection-attempt',
      'TC_A_10_CS/5-state-becomes-booted',
      'TC_A_10_CS/6-has-made-no-connection-attempt',
    ]);
    expect(checksOf('TC_A_02_CSMS').map(({ id }) => id)).toEqual([
      'TC_A_02_CSMS/2-refuses-connection',
      'TC_A_02_CSMS/4-accepts-connection',
    ]);
  });

  it('lists requirement, level, and what is looked at', () => {
    const [state, attempt] = checksOf('TC_A_04_CS');
    expect(state).toMatchObject({ preamble: true, requirement: 'TC_A_04_CS/step 1', looksAt: ['state Booting'] });
    expect(attempt).toMatchObject({
      preamble: false,
      level: 'SHALL',
      looksAt: ['tls.version', 'tls.suites', 'outcome'],
    });
    expect(attempt?.requirement).toContain('A00.FR.319');
  });

  it('lists the checks of an Outline once', () => {
    const ids = checksOf('TC_A_05_CS').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists what runs over every case', () => {
    expect(all.monitors.map(({ id }) => id)).toEqual(expect.arrayContaining(['monitor/schema', 'monitor/leftover']));
  });
});
