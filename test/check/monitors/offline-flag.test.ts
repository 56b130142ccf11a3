import { describe, expect, it } from 'vitest';
import { offlineFlag } from '../../../src/check/monitors/offline-flag.ts';
import { said, sightings } from './stream.ts';
import { Visit } from './transaction.ts';

const facts = { toleranceSeconds: 5 };
const cited = (visit: Visit, given: { toleranceSeconds?: number } = facts) =>
  sightings(offlineFlag, visit, given).map(({ requirement, level = 'SHALL' }) => `${requirement} ${level}`);

/** Offline for a minute; an event half a minute after the loss is told on return, then one as it happens. */
function outage(told: Readonly<Record<string, unknown>>, ahead = 0): Visit {
  const visit = new Visit().started().closed();
  const timestamp = visit.time(30 + ahead);
  visit
    .pass(60)
    .open()
    .charging(1, { timestamp, ...told });
  return visit.ended(2, { timestamp: visit.time(ahead) });
}

describe('monitor offline-flag', () => {
  it('good: what happened offline says so, what happened online does not', () => {
    expect(said(offlineFlag, outage({ offline: true }), facts)).toEqual([]);
    expect(said(offlineFlag, new Visit().whole(), facts)).toEqual([]);
  });
  it('legal but odd: near the moment of loss or return nothing is sure', () => {
    const visit = new Visit().started().closed();
    const [lost, back] = [visit.time(3), visit.time(58)];
    visit.pass(60).open().charging(1, { timestamp: lost }).charging(2, { timestamp: back });
    expect(said(offlineFlag, visit.ended(3), facts)).toEqual([]);
  });
  it('legal but odd: the flag on what happened online, or was still in the queue', () => {
    expect(said(offlineFlag, new Visit().started(0, { offline: true }), facts)).toEqual([]);
  });
  it('a clock that is off by more than the tolerance lets nothing be judged, nor does an unknown tolerance', () => {
    expect(cited(outage({}, -20))).toEqual([]);
    expect(cited(outage({}), {})).toEqual([]);
  });
  it('a new connection that replaces the old one is no outage', () => {
    const visit = new Visit().started().open();
    expect(
      said(
        offlineFlag,
        visit
          .pass(60)
          .charging(1, { timestamp: visit.time(-30) })
          .ended(2),
        facts,
      ),
    ).toEqual([]);
  });
  it('bad: an event from the middle of the outage without the flag', () => {
    expect(cited(outage({}))).toEqual(['E04.FR.03 SHALL']);
    expect(cited(outage({ offline: false }))).toEqual(['E04.FR.03 SHALL']);
  });
  it('a warning: sent, lost, and sent again without the flag', () => {
    const visit = new Visit();
    const timestamp = visit.time();
    visit.started(0, { timestamp, unanswered: true }).closed().pass(60).open().started(0, { timestamp });
    expect(cited(visit)).toEqual(['E11.FR.07 SHOULD']);
  });
});
