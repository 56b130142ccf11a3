/** Cases after which nothing of ours can bring the device back: what they do, and how a person resets it. */
const cases: Readonly<Record<string, string>> = {
  TC_A_19_CS:
    'it raises the security profile, and the station then deletes the lower ones for good (A05.FR.06); ' +
    'to go back, reset the station to factory settings and enter its connection again',
};

/** Why a case cannot be undone, and how to reset the device by hand; undefined = it can (DESIGN.md section 7). */
export const irreversible = (id: string): string | undefined => cases[id];

/** Why the case is left out of a run without `--allow-irreversible`; undefined = it may run. */
export function irreversibleObstacle(id: string, allowed: boolean): string | undefined {
  const why = irreversible(id);
  return why === undefined || allowed ? undefined : `cannot be undone: ${why}; run it with --allow-irreversible`;
}
