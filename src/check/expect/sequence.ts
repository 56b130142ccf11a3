import type { Observation } from '../types.ts';
import type { Question } from './judgement.ts';

/** Transaction and sequence number of a TransactionEventRequest. */
function numbered({ name, fields }: Observation): { readonly transaction: string; readonly seqNo: number } | undefined {
  if (name !== 'TransactionEventRequest') return undefined;
  const info = fields['transactionInfo'];
  const transaction =
    typeof info === 'object' && info !== null && 'transactionId' in info ? info.transactionId : undefined;
  const seqNo = fields['seqNo'];
  return typeof transaction === 'string' && typeof seqNo === 'number' ? { transaction, seqNo } : undefined;
}

/**
 * TransactionEvents of one transaction put into the order of their seqNo, within the places they hold; all else stays as it
 * arrived. Part 6, 2.1: they need not arrive in order. Resends (same seqNo) stay in order of arrival.
 */
export function inSequence(observations: readonly Observation[]): Observation[] {
  const result = [...observations];
  const places = new Map<string, number[]>();
  for (const [i, observation] of observations.entries()) {
    const { transaction } = numbered(observation) ?? {};
    if (transaction !== undefined) places.set(transaction, [...(places.get(transaction) ?? []), i]);
  }
  const seqNo = (observation: Observation) => numbered(observation)?.seqNo ?? 0;
  for (const held of places.values()) {
    const sorted = held.flatMap((i) => observations[i] ?? []).sort((a, b) => seqNo(a) - seqNo(b));
    held.forEach((i, k) => {
      const observation = sorted[k];
      if (observation !== undefined) result[i] = observation;
    });
  }
  return result;
}

const keyOf = (observation: Observation): string | undefined => {
  const at = numbered(observation);
  return at === undefined ? undefined : `${at.transaction}\n${at.seqNo}`;
};

/** Tells resends: a TransactionEvent whose transaction and seqNo were there before (E13). */
export function resends({ candidates, history }: Pick<Question, 'candidates' | 'history'>): ReadonlySet<number> {
  const seen = new Set<string>();
  const found = new Set<number>();
  for (const observation of [...history, ...candidates]) {
    const key = keyOf(observation);
    if (key === undefined) continue;
    if (seen.has(key)) found.add(observation.index);
    seen.add(key);
  }
  return found;
}

/** Whether a TransactionEvent is still under way that belongs before `until` (all candidates when left out). */
export function hasHole(
  { candidates, history }: Pick<Question, 'candidates' | 'history'>,
  until?: Observation,
): boolean {
  const seen = new Map<string, Set<number>>();
  for (const observation of [...history, ...candidates]) {
    const at = numbered(observation);
    if (at !== undefined) seen.set(at.transaction, (seen.get(at.transaction) ?? new Set()).add(at.seqNo));
  }
  const last = until === undefined ? undefined : numbered(until);
  return candidates.some((candidate) => {
    const at = numbered(candidate);
    if (at === undefined) return false;
    if (until !== undefined && (at.transaction !== last?.transaction || at.seqNo > last.seqNo)) return false;
    const others = seen.get(at.transaction) ?? new Set();
    return !others.has(at.seqNo - 1) && [...others].some((other) => other < at.seqNo);
  });
}

/** `message` means any request. */
export const isNamed = (names: readonly string[], { name }: Observation): boolean =>
  names.includes(name) || (names.includes('message') && name.endsWith('Request'));
