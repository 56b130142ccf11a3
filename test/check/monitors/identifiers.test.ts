import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifiers } from '../../../src/check/monitors/identifiers.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

const authorize = (idToken: string, more: Record<string, unknown> = {}) =>
  new Stream().exchange(station, 'Authorize', { idToken: { idToken, type: 'Central', ...more } });

describe('monitor identifiers', () => {
  it.each(['04AABBCCDDEE', 'DE-8AA-1A2B3C4D5', 'a*b-c_d=e:f+g|h@i.j', ''])('good or odd: idToken "%s"', (idToken) => {
    expect(said(identifiers, authorize(idToken))).toEqual([]);
  });
  it('odd: other texts have other characters', () => {
    const stream = authorize('A', { additionalInfo: [{ additionalIdToken: 'B', type: 'any text, really' }] });
    const chargingStation = { model: 'Großer Läder', vendorName: 'A & B', serialNumber: '12 34/5' };
    stream.exchange(station, 'BootNotification', { reason: 'PowerUp', chargingStation });
    stream.variables({ 'CustomizationCtrlr.CustomImplementationEnabled[org.example.vendor]': 'true' });
    expect(said(identifiers, stream)).toEqual([]);
  });
  it.each([
    ['idToken', authorize('04 AA BB')],
    ['additionalIdToken', authorize('A', { additionalInfo: [{ additionalIdToken: 'ä', type: 'x' }] })],
    ['variable.instance', new Stream().variables({ 'EVSE.Power[L1/N]': '1' })],
    [
      'serialNumber',
      new Stream().exchange(csms, 'DeleteCertificate', {
        certificateHashData: {
          hashAlgorithm: 'SHA256',
          issuerNameHash: 'aa',
          issuerKeyHash: 'bb',
          serialNumber: '01 02',
        },
      }),
    ],
    ['transactionId', new Stream().exchange(csms, 'RequestStopTransaction', { transactionId: '{1}' })],
  ])('bad: %s', (where, stream) => {
    expect(said(identifiers, stream)[0]).toContain(`${where} has characters that an identifier must not have`);
  });
  it('is the fault of whoever sent it', () => {
    expect(judged(identifiers, authorize('a b')).checks).toMatchObject([
      { id: 'monitor/identifiers', requirement: 'Part 2, 2.1.4', result: 'fail', events: [1] },
    ]);
    expect(judged(identifiers, authorize('a b'), { sut: csms }).checks).toMatchObject([{ result: 'error' }]);
  });
  it('judges each character on its own', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 36 }), (text) => {
        const legal = [...text].every((character) => /[A-Za-z0-9]/.test(character) || '*-_=:+|@.'.includes(character));
        expect(said(identifiers, authorize(text)).length).toBe(legal ? 0 : 1);
      }),
    );
  });
});
