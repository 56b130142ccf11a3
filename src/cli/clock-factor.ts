/** OCPP time per wall time on embedded subjects: security, firmware transfer and certificates live on wall time, the rest waits. */
export function factorOf(caseId: string): number {
  const block = /^TC_([A-P])_/.exec(caseId)?.[1] ?? 'A';
  return block === 'A' || block === 'M' ? 1 : 10;
}
