import { describe, expect, it } from 'vitest';
import { chargingState } from '../../../src/check/monitors/charging-state.ts';
import { said, sightings } from './stream.ts';
import { Visit } from './transaction.ts';

const levels = (visit: Visit) => sightings(chargingState, visit).map(({ level = 'SHALL' }) => level);
const suspended = { info: { chargingState: 'SuspendedEV' } };

describe('monitor charging-state', () => {
  it('good: every change tells its state', () => {
    expect(said(chargingState, new Visit().whole())).toEqual([]);
  });
  it('legal but odd: steps left out, states in any order, unchanged states left out', () => {
    const visit = new Visit().started(0, { info: { chargingState: 'Idle' } }).charging(1);
    visit
      .charging(2, suspended)
      .charging(3)
      .charging(4, { info: { chargingState: 'Idle' } });
    expect(said(chargingState, visit.event('Updated', 5, 'MeterValuePeriodic').ended(6))).toEqual([]);
  });
  it('legal but odd: told with another trigger and again by itself, or split over messages of one time', () => {
    const visit = new Visit()
      .started()
      .authorized(1, { info: { chargingState: 'Charging' } })
      .charging(2);
    expect(said(chargingState, visit)).toEqual([]);
    const timestamp = visit.time();
    visit.charging(3, { ...suspended, timestamp }).charging(4, { ...suspended, timestamp });
    visit.charging(5, { ...suspended, numberOfPhasesUsed: 1 });
    expect(said(chargingState, visit)).toEqual([]);
  });
  it('bad: a change without the state', () => {
    expect(said(chargingState, new Visit().started().event('Updated', 1, 'ChargingStateChanged'))).toEqual([
      expect.stringContaining('does not tell it: ChargingStateChanged with seqNo 1 of T1'),
    ]);
  });
  it('bad: a triggered event without the state (F06.FR.07)', () => {
    expect(sightings(chargingState, new Visit().event('Updated', 4, 'Trigger'))).toMatchObject([
      { requirement: 'F06.FR.07' },
    ]);
  });
  it('a warning: Started without the state, the same change twice', () => {
    expect(levels(new Visit().event('Started', 0, 'Authorized'))).toEqual(['SHOULD']);
    expect(levels(new Visit().started().charging(1).charging(2))).toEqual(['SHOULD']);
  });
  it('the same change twice is not judged over a gap', () => {
    expect(levels(new Visit().started().charging(1).charging(3))).toEqual([]);
  });
});
