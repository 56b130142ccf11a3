import { type Cause, type CheckResult, interruptedReason } from '../../check/verdict.ts';

/** In which way a check missed. */
export type MissKind =
  | 'nothing came'
  | 'nothing fitted'
  | 'wrong value'
  | 'missing field'
  | 'should not have come'
  | 'found by a monitor'
  | 'left over'
  | 'fact'
  | 'prevented';

export function kindOf({ id, nearest, late, result, accepted }: CheckResult): MissKind {
  if (id === 'monitor/leftover' || id === 'monitor/unexpected') return 'left over';
  if (id.startsWith('monitor/')) return 'found by a monitor';
  if (nearest === undefined) {
    if (accepted !== undefined && late === true) return 'nothing came';
    return result === 'fail' || result === 'warning' ? 'fact' : 'prevented';
  }
  if (!nearest.judged) return 'nothing fitted';
  if (nearest.mismatches.length === 0) return 'should not have come';
  return nearest.mismatches.every(({ actual }) => actual.startsWith('absent')) ? 'missing field' : 'wrong value';
}

const byKind: Readonly<Record<MissKind, readonly string[]>> = {
  'nothing came': [
    'Look into the log of the product at this time: did it try to send, and what kept it?',
    'If it is only slow, raise the deadline of its kind under "deadlines" in the configuration and run the case again.',
  ],
  'nothing fitted': [
    'Compare the nearest message below with what was expected: it came in place of the one that is missing, or it is another one.',
    'If a value refers to your bench (a token, an EVSE, a limit), check "fixtures" in the configuration.',
  ],
  'wrong value': [
    'Correct the marked fields in the product, or show by the requirement that the value is allowed.',
    'If the expected value comes from "fixtures" in the configuration, check that it is true for this product.',
  ],
  'missing field': ['Add the marked fields: they are optional in the schema, and this requirement asks for them here.'],
  'should not have come': [
    'Find what made the product send this message here; the sequence diagram shows what came before.',
  ],
  'found by a monitor': [
    'The named event breaks a rule that holds in every case; look at it in the timeline, other cases may show the same.',
  ],
  'left over': ['No sentence asked for this message: find what made the product send it in this situation.'],
  fact: ['Compare the expected and the actual fact; for a connection the page "TLS facts" shows what was negotiated.'],
  prevented: ['Nothing is known about this requirement yet: remove what kept the case from judging and run it again.'],
};

const byCause: Readonly<Partial<Record<Cause, readonly string[]>>> = {
  harness: ['Report this with the timeline of the case: a product is never blamed for it.'],
  rig: ['Check the rig: its address, what it is able to do and to measure; then run the case again.'],
  network: ['Check address, host name, certificates and credentials; then run the case again.'],
  preamble: ['Bring the product into the state that the case begins in; the timeline shows how far it came.'],
  operator: ['Carry out the order in the CSMS, or declare under "operator" that it has no such function.'],
  'sut-not-ready': ['Let the product start up fully, or give it more time under "deadlines" and "durations".'],
  specification: ['Read the open dispute: until it is settled this result proves nothing.'],
};

/** What to try next, from whose fault it is and how it missed. The one table of such advice. */
export function nextSteps(cause: Cause | undefined, kind: MissKind, message = ''): readonly string[] {
  if (message.includes(interruptedReason)) return ['Run the case again, to its end.'];
  const ours = cause === undefined ? undefined : byCause[cause];
  if (ours === undefined) return byKind[kind];
  return kind === 'prevented' || cause === 'harness' ? ours : [...ours, ...byKind[kind]];
}
