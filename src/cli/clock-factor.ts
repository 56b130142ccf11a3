/** Cases that mostly wait for the station's back-off or boot: their few handshakes take a small part of it. */
const ownFactor: Readonly<Record<string, number>> = {
  TC_A_01_CS: 2,
  TC_A_04_CS: 2,
  TC_A_05_CS: 4,
  TC_A_06_CS: 2,
  TC_A_07_CS: 2,
  TC_A_09_CS: 10,
  TC_A_10_CS: 2,
};

/** OCPP time per wall time on embedded subjects: security, firmware transfer and certificates live on wall time, the rest waits. */
export function factorOf(caseId: string): number {
  const own = ownFactor[caseId];
  if (own !== undefined) return own;
  const block = /^(?:TC|X)_([A-P])_/.exec(caseId)?.[1] ?? 'A';
  return block === 'A' || block === 'M' ? 1 : 10;
}
