import { describe, expect, it } from 'vitest';
import { transactionIdentity } from '../../../src/check/monitors/transaction-identity.ts';
import { said, sightings } from './stream.ts';
import { token, Visit } from './transaction.ts';

const cited = (visit: Visit) =>
  sightings(transactionIdentity, visit).map(({ requirement, level = 'SHALL' }) => `${requirement} ${level}`);
const evse = { id: 1, connectorId: 1 };
const idle = { info: { chargingState: 'Idle' } };

describe('monitor transaction-identity: good and legal', () => {
  it('EVSE with the cable, token with the authorization', () => {
    expect(said(transactionIdentity, new Visit().whole())).toEqual([]);
  });
  it('authorized first: no EVSE, or no connector, until the EV is connected', () => {
    const visit = new Visit().event('Started', 0, 'Authorized', { idToken: token, ...idle });
    visit.event('Updated', 1, 'CablePluggedIn', { evse, info: { chargingState: 'EVConnected' } });
    expect(said(transactionIdentity, visit)).toEqual([]);
  });
  it('EVSE in every event, and before the EV is connected', () => {
    const visit = new Visit().event('Started', 0, 'EVDetected', { evse, ...idle }).authorized(1, { evse });
    expect(said(transactionIdentity, visit.charging(2).ended(3, { evse }))).toEqual([]);
  });
  it('the token told before the trigger Authorized, as it may be when it is known', () => {
    const visit = new Visit().started(0, { idToken: token }).event('Updated', 1, 'Authorized');
    expect(said(transactionIdentity, visit)).toEqual([]);
  });
  it('another token that ends the authorization', () => {
    const visit = new Visit()
      .started()
      .authorized()
      .event('Updated', 2, 'StopAuthorized', { idToken: { ...token, idToken: 'X' } });
    expect(said(transactionIdentity, visit)).toEqual([]);
  });
  it('a transaction of which something was not seen', () => {
    expect(said(transactionIdentity, new Visit().charging(4).event('Updated', 5, 'Authorized'))).toEqual([]);
    expect(said(transactionIdentity, new Visit().event('Started', 0, 'EVDetected', idle).charging(2))).toEqual([]);
  });
});

describe('monitor transaction-identity: bad', () => {
  it('the EV is connected and the next event does not say where', () => {
    expect(cited(new Visit().started(0, { evse: { id: 1 } }))).toEqual(['E01.FR.16 SHALL']);
    const late = new Visit().event('Started', 0, 'Authorized', { idToken: token, ...idle });
    late.charging(1).charging(2, { evse });
    expect(cited(late)).toEqual(['E01.FR.16 SHALL']);
  });
  it('it is found in whatever order the events arrive', () => {
    expect(cited(new Visit().charging(1).event('Started', 0, 'Authorized', { idToken: token, ...idle }))).toEqual([
      'E01.FR.16 SHALL',
    ]);
  });
  it('authorized, and nobody says who', () => {
    expect(cited(new Visit().started().event('Updated', 1, 'Authorized'))).toEqual(['E02.FR.01 SHALL']);
  });
  it('the token in every event is a warning, and at a remote stop', () => {
    expect(cited(new Visit().started().authorized().charging(2, { idToken: token }))).toEqual([
      'Part 2, 1.60.1 idToken SHOULD',
    ]);
    expect(cited(new Visit().started().event('Ended', 1, 'RemoteStop', { idToken: token }))).toEqual([
      'Part 2, 1.60.1 idToken SHOULD',
    ]);
  });
});
