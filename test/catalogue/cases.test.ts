import { describe, expect, it } from 'vitest';
import {
  allCases,
  allFeatures,
  blockNames,
  certificationProfiles,
  findCase,
  nearestCase,
} from '../../src/catalogue/index.ts';

describe('the official cases', () => {
  it('are 676: 424 for a station, 252 for a CSMS, each id once and in one form', () => {
    const cases = allCases();
    expect(cases).toHaveLength(676);
    expect(cases.filter(({ role }) => role === 'station')).toHaveLength(424);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(676);
    for (const { id, block, role } of cases) {
      expect(id).toMatch(/^TC_[A-P]_\d\d_(CS|CSMS)$/);
      expect(id.charAt(3)).toBe(block);
      expect(id.endsWith('_CSMS')).toBe(role === 'csms');
    }
  });

  it.each([
    ['Core', 355],
    ['AdvancedSecurity', 11],
    ['LocalAuthList', 31],
    ['SmartCharging', 58],
    ['AdvancedDeviceManagement', 59],
    ['AdvancedUserInterface', 53],
    ['Reservation', 31],
    ['ISO15118', 97],
  ])('profile %s has %i rows', (profile, rows) => {
    const found = allCases().flatMap(({ profiles }) => profiles.filter(({ name }) => name === profile));
    expect(found).toHaveLength(rows);
    for (const { level, condition } of found) expect(level === 'conditional').toBe(condition !== undefined);
  });

  it('leave 37 cases outside certification', () => {
    expect(allCases().filter(({ certified }) => !certified)).toHaveLength(37);
  });

  it('carry well-formed fields', () => {
    const names = new Set<string>(certificationProfiles.map(({ name }) => name));
    for (const official of allCases()) {
      expect(official.title, official.id).not.toBe('');
      expect(blockNames[official.block], official.id).toBeDefined();
      for (const id of official.requirements) expect(id).toMatch(/^[A-P]\d\d\.FR\.\d{2,3}$/);
      for (const useCase of official.useCases) expect(useCase).toMatch(/^([A-P]\d\d(\(S\d+\))?|Part 4 [\d.]+)$/);
      for (const { name } of official.profiles) expect(names.has(name), name).toBe(true);
      expect(official.edition).toMatch(/^[34]/);
    }
  });

  it('cite A00.FR.508 where Part 6 misprints A00.FR.50', () => {
    const citing = (id: string) => allCases().filter(({ requirements }) => requirements.includes(id));
    expect(citing('A00.FR.50')).toEqual([]);
    expect(citing('A00.FR.508').map(({ id }) => id)).toEqual(['TC_A_07_CS', 'TC_A_04_CSMS']);
  });

  it('give one case in full', () => {
    expect(findCase('TC_B_58_CSMS')).toEqual({
      id: 'TC_B_58_CSMS',
      title: 'WebSocket Subprotocol validation',
      block: 'B',
      role: 'csms',
      useCases: ['Part 4 3.1.2'],
      requirements: [],
      profiles: [{ name: 'Core', level: 'mandatory' }],
      certified: true,
      edition: '3 with errata 2025-04',
      errata: true,
    });
  });
});

describe('a mistyped id', () => {
  it.each([
    ['TC_K_60_CMS', 'TC_K_60_CSMS'],
    ['tc-b-06-cs', 'TC_B_06_CS'],
    ['TC_B_6_CS', 'TC_B_06_CS'],
    ['B_06_CS', 'TC_B_06_CS'],
  ])('%s means %s', (typed, meant) => {
    expect(nearestCase(typed)).toBe(meant);
  });

  it('means nothing when it is far from every id', () => {
    expect(nearestCase('a completely different word')).toBeUndefined();
  });
});

describe('features', () => {
  it('are known once each, with a meaning', () => {
    const features = allFeatures();
    expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    for (const { meaning } of features) expect(meaning).not.toBe('');
    expect(features.find(({ id }) => id === 'C-44')).toEqual({
      id: 'C-44',
      meaning: 'a BootNotification can be answered Pending before Accepted',
      group: 'Core',
      kind: 'feature',
      roles: ['csms'],
      answer: 'yes or no',
    });
  });
});
