import { describe, expect, it } from 'vitest';
import type { OfficialCase, PlanRequest, PlanRow } from '../../src/catalogue/index.ts';
import { allCases, casesJson, casesText, findCase, plan, staleRisk } from '../../src/catalogue/index.ts';

const here = { uri: 'features/x.feature', line: 3 };
const everything = new Map(allCases().map(({ id }) => [id, here]));

function row(id: string, request: Partial<PlanRequest> = {}): PlanRow | undefined {
  return plan(allCases(), { implemented: everything, answers: {}, ...request }).find((found) => found.id === id);
}
function official(id: string): OfficialCase {
  const found = findCase(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

describe('plan', () => {
  it.each<[string, Partial<PlanRequest>, PlanRow['decision'], string]>([
    ['TC_A_01_CS', {}, 'selected', 'selected'],
    ['TC_A_01_CS', { implemented: new Map() }, 'not implemented', 'not implemented'],
    [
      'TC_B_30_CSMS',
      { answers: { 'C-44': false, 'AQ-16': true } },
      'not applicable',
      'not applicable: C-44 is false, AQ-16 is true',
    ],
    ['TC_C_32_CS', { answers: { 'C-49': false } }, 'not applicable', 'not applicable: C-49 is false'],
    ['TC_C_32_CS', {}, 'undecided', 'undecided: C-49 not answered (answer under "pics" or name the case)'],
    [
      'TC_C_32_CS',
      { ids: ['TC_C_32_CS'] },
      'selected',
      'selected by name; undecided: C-49 not answered (answer under "pics" or name the case)',
    ],
    ['TC_A_01_CS', { ids: ['TC_C_32_CS'] }, 'other', 'not selected: not named'],
    ['TC_A_01_CS', { role: 'csms' }, 'other', 'not selected: station under test'],
    ['TC_A_01_CS', { profiles: ['SmartCharging'] }, 'other', 'not selected: not in SmartCharging'],
    ['TC_K_01_CS', { profiles: ['SmartCharging'] }, 'selected', 'selected'],
    [
      'TC_K_01_CS',
      { answers: { SmartCharging: false, ISO15118: false } },
      'not applicable',
      'not applicable: profile SmartCharging is not supported; profile ISO15118 is not supported',
    ],
    ['TC_A_13_CS', {}, 'selected', 'selected (not part of certification)'],
  ])('%s with %j: %s', (id, request, decision, reason) => {
    expect(row(id, request)).toMatchObject({ decision, reason, included: decision === 'selected' });
  });

  it('applies a case that one of its profiles wants, whatever the other says', () => {
    expect(row('TC_B_14_CS', { answers: { 'C-56': false } })).toMatchObject({ decision: 'selected' });
    expect(row('TC_B_14_CS', { answers: { 'C-56': false }, profiles: ['Core'] })).toMatchObject({
      decision: 'not applicable',
    });
  });

  it('tells where the scenario stands', () => {
    expect(row('TC_A_01_CS')).toMatchObject({ implemented: true, feature: here });
    expect(row('TC_A_01_CS', { implemented: new Map() })).not.toHaveProperty('feature');
  });
});

describe('stale risk', () => {
  it('is told for conditions that the errata of 2025-09 may have changed', () => {
    const fixedCable = allCases().find(({ profiles }) =>
      profiles.some(({ condition }) => condition?.includes('HFS-1')),
    );
    expect(staleRisk(official(fixedCable?.id ?? ''))).toContain('wireless stations');
    expect(staleRisk(official('TC_A_01_CS'))).toBeUndefined();
  });
});

describe('listing', () => {
  const rows = plan([official('TC_A_01_CS'), official('TC_B_30_CSMS')], {
    implemented: new Map([['TC_A_01_CS', here]]),
    answers: {},
  });

  it('has a line a case and the counts', () => {
    const lines = casesText(rows).split('\n');
    expect(lines[0]).toContain('TC_A_01_CS');
    expect(lines[0]).toContain('Core M');
    expect(lines[1]).toContain('undecided: C-44');
    expect(lines.at(-2)).toBe('2 official cases, 1 implemented, 1 in this plan');
  });

  it('is JSON with the decision of every case', () => {
    expect(JSON.parse(casesJson(rows))).toMatchObject([
      { id: 'TC_A_01_CS', implemented: true, included: true },
      { id: 'TC_B_30_CSMS', implemented: false, decision: 'undecided' },
    ]);
  });
});
