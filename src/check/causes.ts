import type { Cause, CheckResult } from './verdict.ts';

/** A cause in words, and the rule by which it is chosen. */
export interface CauseRule {
  readonly title: string;
  readonly rule: string;
}

/** Whose fault it is: the closed list, each with its rule. The README shows the same rules. */
export const causeRules: Readonly<Record<Cause, CauseRule>> = {
  sut: {
    title: 'the product under test',
    rule: 'a When or Then sentence or a monitor found that it broke a requirement, and the bench did its part',
  },
  harness: {
    title: 'Assay itself',
    rule: 'an error: a bug, a frame of ours that breaks the schema unintended, a mistake in a feature, a clock too fast for this machine',
  },
  rig: { title: 'the rig', rule: 'the hands could not carry out or measure what the case needs' },
  network: {
    title: 'the network',
    rule: 'no link, or a file that could not be fetched: nothing could be sent or seen',
  },
  preamble: {
    title: 'the preamble',
    rule: 'a Given sentence failed or a positive control is missing: what the case is about was never reached',
  },
  operator: { title: 'the operator', rule: 'an order to the CSMS was refused, skipped or not carried out' },
  'sut-not-ready': {
    title: 'the product was not ready',
    rule: 'it did not get to the state or function that has to be there before anything can be judged',
  },
  specification: {
    title: 'the specification',
    rule: 'the check failed in a case about which a dispute is still open: nobody can say who is wrong',
  },
};

/** The cause of a check that is not a pass; undefined for a pass and for an observation, which accuse nobody. */
export function causeOf(
  { result, cause }: Pick<CheckResult, 'result' | 'cause'>,
  openDispute = false,
): Cause | undefined {
  switch (result) {
    case 'pass':
    case 'observation':
      return undefined;
    case 'error':
      return 'harness';
    case 'inconclusive':
      return cause ?? 'preamble';
    default:
      return openDispute ? 'specification' : 'sut';
  }
}
