import { describe, expect, it } from 'vitest';
import { allActions, schemaFaults } from '../../src/ocpp/index.ts';
import { type AnswerFacts, defaultCsmsAnswer } from '../../src/peer/default-answers.ts';
import { ofStation } from './station-messages.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const facts: AnswerFacts = {
  now: () => now,
  heartbeatInterval: 300,
  token: (idToken) =>
    idToken === 'GROUPED'
      ? { status: 'Accepted', group: 'G-1' }
      : { status: idToken === 'GOOD' ? 'Accepted' : 'Unknown' },
};

const token = (idToken: string, type = 'ISO14443') => ({ idToken: { idToken, type } });

describe('what our CSMS answers by itself', () => {
  it.each(ofStation)('%s fits its schema', (action) => {
    for (const request of [{}, token('GOOD'), token('GROUPED'), token('NOBODY')]) {
      const answer = defaultCsmsAnswer(action, request, facts);
      expect(answer).toBeDefined();
      expect(schemaFaults(action, 'Response', answer)).toEqual([]);
    }
  });

  it.each(allActions.filter((action) => !ofStation.includes(action)))('%s is none of a station', (action) => {
    expect(defaultCsmsAnswer(action, {}, facts)).toBeUndefined();
  });

  it('a boot is accepted, with the time and the interval of the configuration', () => {
    expect(defaultCsmsAnswer('BootNotification', {}, facts)).toEqual({
      status: 'Accepted',
      interval: 300,
      currentTime: '2026-03-01T12:00:00.000Z',
    });
  });

  it('a token has the status and the group of the fixtures', () => {
    expect(defaultCsmsAnswer('Authorize', token('GROUPED'), facts)).toEqual({
      idTokenInfo: { status: 'Accepted', groupIdToken: { idToken: 'G-1', type: 'Central' } },
    });
    expect(defaultCsmsAnswer('Authorize', token('NOBODY'), facts)).toEqual({ idTokenInfo: { status: 'Unknown' } });
  });

  it('without authorization there is nothing to refuse (C02)', () => {
    expect(defaultCsmsAnswer('TransactionEvent', token('', 'NoAuthorization'), facts)).toEqual({
      idTokenInfo: { status: 'Accepted' },
    });
  });

  it('a transaction event is told about a token only when it named one', () => {
    expect(defaultCsmsAnswer('TransactionEvent', {}, facts)).toEqual({});
    expect(defaultCsmsAnswer('TransactionEvent', token('GOOD'), facts)).toEqual({
      idTokenInfo: { status: 'Accepted' },
    });
  });
});
