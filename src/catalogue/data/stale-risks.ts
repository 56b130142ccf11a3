/** Product kinds of errata 5.2 whose conditions "have been updated" without a list: which terms of ours they bear on. */
export const riskByTerm: readonly (readonly [terms: RegExp, why: string])[] = [
  [/^(HFS-[12]|AQ-[29]|C-12\.[12]|Mode 1\/2-only Charging Station)$/, 'wireless stations'],
  [/^(HFS-1|AQ-2|C-12\.[12])$/, 'connectors without lock (AQ-18)'],
];

/**
 * Cases whose condition names a way to start, and in which Part 6 stops the transaction at the station: the new ways to stop
 * belong into their conditions.
 */
export const localStops: ReadonlySet<string> = new Set(
  `TC_C_04_CS TC_C_21_CS TC_C_26_CS TC_C_39_CS TC_C_40_CS TC_C_41_CS TC_C_42_CS TC_C_43_CS TC_C_47_CS TC_C_48_CS
  TC_C_49_CS TC_E_06_CS TC_E_07_CS TC_E_15_CS TC_E_31_CS TC_E_44_CS TC_E_45_CS`.split(/\s+/),
);
