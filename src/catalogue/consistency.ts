import { evaluateCondition, parseCondition, termsOf } from './condition.ts';
import type { Answers, OfficialCase } from './types.ts';

export interface Rule {
  readonly role: OfficialCase['role'] | 'both';
  /** In the language of conditions: must hold for a statement that Part 5 allows. */
  readonly holds: string;
  /** What is wrong when it does not. */
  readonly wrong: string;
}

const token = 'C-30 or C-31 or C-32 or C-34';

/** What Part 5 (chapters 2 and 3, with errata 5.2, 5.3 and 5.7) demands of the answers as a whole. */
export const rules: readonly Rule[] = [
  { role: 'both', holds: 'Core', wrong: 'the profile Core must always be there' },
  { role: 'station', holds: 'C-06.1 or C-06.2', wrong: 'C-06 needs one of its values' },
  { role: 'station', holds: 'C-09.1 or C-09.2 or C-09.3 or C-09.4 or C-09.5 or C-09.6', wrong: 'C-09 needs one point' },
  { role: 'station', holds: 'C-10.1 or C-10.2 or C-10.3 or C-10.4 or C-10.5', wrong: 'C-10 needs one point' },
  { role: 'station', holds: 'C-12.1 or C-12.2', wrong: 'C-12 needs one of its values' },
  { role: 'station', holds: 'C-48.1 or C-48.2', wrong: 'C-48 needs one of its values' },
  { role: 'both', holds: 'C-36 - C-39', wrong: 'one way of remote start is mandatory' },
  {
    role: 'station',
    holds: `NOT C-01 or C-35 or (C-02 and (C-30 - C-34)) or ((LocalAuthList or C-49) and (${token}))`,
    wrong: 'C-01 needs a list, a cache or C-02 together with a local way to authorize, or C-35 (erratum 5.3)',
  },
  {
    role: 'station',
    holds: 'NOT (C-53 or C-54 or C-59) or C-49',
    wrong: 'C-53, C-54 and C-59 are about a cache (C-49)',
  },
  { role: 'station', holds: 'NOT (LA-1 or LA-3) or LocalAuthList', wrong: 'LA-1 and LA-3 belong to LocalAuthList' },
  { role: 'csms', holds: 'NOT LA-2 or LocalAuthList', wrong: 'LA-2 belongs to LocalAuthList' },
  { role: 'both', holds: 'NOT (R-1 or R-2) or Reservation', wrong: 'R-1 and R-2 belong to Reservation' },
  { role: 'station', holds: 'NOT R-3 or Reservation', wrong: 'R-3 belongs to Reservation' },
  { role: 'station', holds: 'NOT DM-3 or AdvancedDeviceManagement', wrong: 'DM-3 belongs to AdvancedDeviceManagement' },
  {
    role: 'station',
    holds: 'NOT AdvancedDeviceManagement or C-56',
    wrong: 'AdvancedDeviceManagement contains the SummaryInventory (TC_B_14_CS), so C-56 cannot be no',
  },
  {
    role: 'station',
    holds: 'NOT AdvancedUserInterface or UI-1.1 or UI-1.2 or UI-1.3',
    wrong: 'AdvancedUserInterface needs one priority (UI-1)',
  },
  {
    role: 'station',
    holds: 'NOT AdvancedUserInterface or UI-2.1 or UI-2.2 or UI-2.3 or UI-2.4',
    wrong: 'AdvancedUserInterface needs one format (UI-2)',
  },
  { role: 'station', holds: 'NOT SmartCharging or SC-2.1 or SC-2.2', wrong: 'SmartCharging needs one unit (SC-2)' },
  {
    role: 'station',
    holds: 'NOT ISO15118 or SmartCharging',
    wrong:
      'ISO15118 contains the cases of charging profiles, which TC_K_38_CS expects to be refused without SmartCharging',
  },
  { role: 'both', holds: 'NOT ISO-4 or ISO15118', wrong: 'ISO-4 belongs to ISO15118' },
  { role: 'station', holds: 'NOT ISO-5 or ISO15118', wrong: 'ISO-5 belongs to ISO15118' },
  { role: 'csms', holds: 'C-30 and C-31 and C-35', wrong: 'C-30, C-31 and C-35 are required of a CSMS' },
  { role: 'csms', holds: 'C-36 and C-37', wrong: 'C-36 and C-37 are required of a CSMS' },
  { role: 'csms', holds: 'C-50.1 or C-50.2', wrong: 'C-50 needs one of its two occasions' },
  {
    role: 'station',
    holds: 'HFS-1 or HFS-2 or "Wireless Charging Station"',
    wrong: 'neither a socket (HFS-1) nor a cable (HFS-2)',
  },
  { role: 'station', holds: 'HFS-3 or HFS-4', wrong: 'neither AC (HFS-3) nor DC (HFS-4)' },
  { role: 'station', holds: 'NOT (C-30 or C-31) or HFS-10', wrong: 'cards (C-30, C-31) need a reader (HFS-10)' },
];

export interface Contradiction {
  readonly terms: readonly string[];
  readonly wrong: string;
}

const bind = (rule: Rule, role: OfficialCase['role']) => rule.role === 'both' || rule.role === role;

/** Where a statement contradicts itself or Part 5. What is not answered contradicts nothing. */
export function contradictions(role: OfficialCase['role'], answers: Answers): readonly Contradiction[] {
  return rules
    .filter((rule) => bind(rule, role))
    .flatMap(({ holds, wrong }) => {
      const condition = parseCondition(holds);
      return evaluateCondition(condition, answers) === false ? [{ terms: termsOf(condition), wrong }] : [];
    });
}
