/**
 * Security profiles that a case needs of the run, where Part 6 names them among the prerequisites; a case that is not listed
 * runs on any. TC_A_20 and TC_A_22 begin below the profile they end on.
 */
const needed: Readonly<Record<string, readonly (1 | 2 | 3)[]>> = {
  TC_A_01_CS: [1, 2],
  TC_A_04_CS: [2, 3],
  TC_A_05_CS: [2, 3],
  TC_A_06_CS: [2, 3],
  TC_A_07_CS: [3],
  TC_A_09_CS: [1, 2],
  TC_A_10_CS: [1, 2],
  TC_A_11_CS: [3],
  TC_A_14_CS: [3],
  TC_A_15_CS: [3],
  TC_A_19_CS: [1, 2],
  TC_A_20_CS: [1],
  TC_A_21_CS: [1, 2],
  TC_A_22_CS: [2, 3],
  TC_A_23_CS: [3],
  TC_B_50_CS: [2, 3],
  TC_M_01_CS: [2, 3],
  TC_M_07_CS: [2, 3],
  TC_M_09_CS: [2, 3],
  TC_M_12_CS: [2, 3],
  TC_M_17_CS: [2, 3],
  TC_M_18_CS: [2, 3],
  TC_M_20_CS: [2, 3],
  TC_M_22_CS: [2, 3],
  TC_M_23_CS: [3],
  TC_M_30_CS: [2, 3],
  TC_M_31_CS: [2, 3],
  TC_N_48_CS: [1, 2],
  TC_A_01_CSMS: [1, 2],
  TC_A_02_CSMS: [1, 2],
  TC_A_03_CSMS: [1, 2],
  TC_A_04_CSMS: [2, 3],
  TC_A_06_CSMS: [2, 3],
  TC_A_07_CSMS: [3],
  TC_A_08_CSMS: [3],
  TC_A_09_CSMS: [1, 2],
  TC_A_10_CSMS: [1, 2],
  TC_A_11_CSMS: [3],
  TC_A_14_CSMS: [3],
  TC_A_19_CSMS: [1, 2],
};

/** Why the case cannot run on this security profile; undefined = it can. */
export function securityProfileObstacle(id: string, profile: 1 | 2 | 3): string | undefined {
  const profiles = needed[id];
  if (profiles === undefined || profiles.includes(profile)) return undefined;
  return `needs security profile ${profiles.join(' or ')}, this run uses ${profile}`;
}
