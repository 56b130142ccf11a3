import type { Situation, State } from '../types.ts';

/** `authorized by`: `token` (EIM) or `contract` (plug and charge); without it, what ISO15118Ctrlr.PnCEnabled is known to be. */
const byContract = ({ input, variable }: Situation) =>
  (input('authorized by') ?? (variable('ISO15118Ctrlr.PnCEnabled') === 'true' ? 'contract' : 'token')) === 'contract';
const byToken = (situation: Situation) => !byContract(situation);
/** The table has no event; where one is due, it may come here or be part of the next state. */
const told = {
  event: 'TransactionEventRequest',
  times: 'optional',
  fields: { triggerReason: 'Authorized' },
} as const;

/** Part 6, table 429: with a token at the reader, or by the contract certificate once the cable is in. */
export const authorized15118: State = {
  name: 'Authorized15118',
  kind: 'reusable',
  inputs: ['idToken', 'authorized by'],
  reached: ({ authorized }) => authorized,
  stages: [
    {
      when: byToken,
      act: { hand: 'the EV driver', does: 'presents <state input idToken>' },
      expects: [{ event: 'AuthorizeRequest', fields: { idToken: '<state input idToken>' } }, told],
    },
    {
      // Plug and charge: the cable is the act, and it was before.
      when: byContract,
      expects: [
        { event: 'GetCertificateStatusRequest', times: 'any' },
        { event: 'AuthorizeRequest', fields: { 'idToken.type': 'eMAID' } },
        told,
      ],
    },
  ],
};
