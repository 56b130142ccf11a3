import { describe, expect, it } from 'vitest';
import {
  aliases,
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

  // Part 5, tables 2 to 4 and appendix A, with errata 5.2 (C-70 to C-75, AQ-18, wireless), 5.5, 5.6, 5.7, 5.19, 5.22 and 5.23.
  it.each([
    [
      'station',
      `C-01 C-02 C-03 C-04 C-06 C-06.1 C-06.2 C-07 C-08 C-09 C-09.1 C-09.2 C-09.3 C-09.4 C-09.5 C-09.6 C-10 C-10.1 C-10.2 C-10.3
      C-10.4 C-10.5 C-12 C-12.1 C-12.2 C-13 C-14 C-20 C-21 C-23 C-25 C-26 C-28 C-29 C-29.1 C-29.2 C-29.3 C-29.4 C-29.5 C-29.6 C-30
      C-31 C-32 C-33 C-34 C-35 C-36 C-37 C-38 C-39 C-40 C-40.1 C-40.2 C-40.3 C-40.4 C-40.5 C-41 C-42 C-43 C-47 C-48 C-48.1 C-48.2
      C-49 C-51 C-52 C-53 C-54 C-56 C-57 C-58 C-59 C-60 C-61 C-70 C-71 C-72 C-75 AS-2 AS-3 SC-2 SC-2.1 SC-2.2 R-1 R-2 R-3 DM-3
      ISO-4 ISO-5 LA-1 LA-3 UI-1 UI-1.1 UI-1.2 UI-1.3 UI-2 UI-2.1 UI-2.2 UI-2.3 UI-2.4 AQ-1 AQ-2 AQ-3 AQ-4 AQ-5 AQ-6 AQ-7 AQ-8
      AQ-9 AQ-10 AQ-11 AQ-18 HFS-1 HFS-2 HFS-3 HFS-4 HFS-5 HFS-6 HFS-7 HFS-8 HFS-9 HFS-10`,
    ],
    [
      'csms',
      `C-11 C-13 C-14 C-15 C-16 C-17 C-29 C-29.1 C-29.2 C-29.3 C-29.4 C-29.5 C-30 C-31 C-32 C-33 C-34 C-35 C-36 C-37 C-38 C-39
      C-44 C-45 C-46 C-50 C-50.1 C-50.2 C-61 SC-4 R-1 R-2 ISO-4 LA-2 AQ-12 AQ-13.1 AQ-13.2 AQ-14.1 AQ-14.2 AQ-16 AQ-17`,
    ],
  ] as const)('asked of a %s are those of Part 5 with its errata', (role, codes) => {
    const asked = allFeatures().filter(({ id, roles }) => roles.includes(role) && /^[A-Z]+-[\d.]+$/.test(id));
    expect(asked.map(({ id }) => id).sort()).toEqual(codes.trim().split(/\s+/).sort());
  });

  it('know what other layouts of Part 5 call them', () => {
    const known = new Set([...allFeatures().map(({ id }) => id), ...certificationProfiles.map(({ name }) => name)]);
    expect([...aliases].filter(([from, to]) => known.has(from) || !known.has(to))).toEqual([]);
  });
});
