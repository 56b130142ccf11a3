import type { TransactionEvent } from './transaction-event.ts';
import { Transactions } from './transactions.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

/** What a transaction has told so far, in the order of seqNo from Started on. */
interface Told {
  connected: boolean;
  place: boolean;
  token: NonNullable<TransactionEvent['idToken']> | undefined;
}

/** The EV is connected, as the event itself says: by its state, else by its trigger. */
const isConnected = ({ chargingState, triggerReason }: TransactionEvent): boolean =>
  chargingState === undefined ? triggerReason === 'CablePluggedIn' : chargingState !== 'Idle';

/** Triggers that may come with a token: someone begins or ends to be authorized. */
const aboutTokens: ReadonlySet<string | undefined> = new Set([
  ...['Authorized', 'RemoteStart', 'StopAuthorized', 'Deauthorized'],
]);
const commanded: ReadonlySet<string | undefined> = new Set(['RemoteStop', 'ResetCommand']);

const about = ({ eventType, triggerReason, seqNo, transactionId }: TransactionEvent) =>
  `${eventType} for ${triggerReason ?? 'no reason'} with seqNo ${seqNo} of ${transactionId}`;

function place(event: TransactionEvent, told: Told): readonly Sighting[] {
  if (event.evseId !== undefined && event.connectorId !== undefined) told.place = true;
  if (told.connected || !isConnected(event)) return nothing;
  told.connected = true;
  if (told.place) return nothing;
  return [
    {
      requirement: 'E01.FR.16',
      message: 'the first event after the EV has connected does not name EVSE and connector',
      expected: 'evse.id and evse.connectorId',
      actual: `${event.evseId === undefined ? 'no evse' : 'evse.id only'} in ${about(event)}`,
      events: [event.sequence],
    },
  ];
}

function token(event: TransactionEvent, told: Told): readonly Sighting[] {
  const { idToken, triggerReason, eventType, sequence } = event;
  const before = told.token;
  told.token = idToken ?? before;
  const common = { actual: about(event), events: [sequence] };
  if (idToken === undefined) {
    if (triggerReason !== 'Authorized' || before !== undefined) return nothing;
    const message = 'an event says that charging is authorized, and no event has told the idToken';
    return [{ ...common, requirement: 'E02.FR.01', message }];
  }
  if (eventType === 'Ended' && commanded.has(triggerReason))
    return [
      {
        ...common,
        requirement: 'Part 2, 1.60.1 idToken',
        level: 'SHOULD',
        message: 'an idToken in the end of a transaction that was ended by RequestStopTransaction or Reset',
      },
    ];
  const again = before?.idToken === idToken.idToken && before.type === idToken.type;
  if (!again || aboutTokens.has(triggerReason)) return nothing;
  return [
    {
      ...common,
      requirement: 'Part 2, 1.60.1 idToken',
      level: 'SHOULD',
      message: 'the idToken is told again although nobody was authorized anew',
    },
  ];
}

/**
 * Who and where: evse.id and evse.connectorId once the EV is connected (E01.FR.16), the idToken once charging is authorized
 * (E02.FR.01). Telling the EVSE more often is legal. Of a transaction whose Started, or an event since, was not seen nothing is
 * claimed.
 */
export const transactionIdentity: Monitor = {
  name: 'transaction-identity',
  requirements: ['E01.FR.16', 'E02.FR.01', 'Part 2, 1.60.1 idToken'],
  level: 'SHALL',
  watch: () => {
    const transactions = new Transactions();
    const books = new Map<string, Told>();
    return {
      see(seen) {
        const step = transactions.see(seen);
        if (step === undefined) return nothing;
        const { id } = step.transaction;
        const told = books.get(id) ?? { connected: false, place: false, token: undefined };
        books.set(id, told);
        return step.following.flatMap((event) => [...place(event, told), ...token(event, told)]);
      },
    };
  },
};
