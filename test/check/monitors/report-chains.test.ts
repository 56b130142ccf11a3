import { describe, expect, it } from 'vitest';
import { reportChains } from '../../../src/check/monitors/report-chains.ts';
import { csms, Stream, said, sightings, station } from './stream.ts';

const cited = (stream: Stream) =>
  sightings(reportChains, stream).map(({ requirement, level = 'SHALL' }) => `${requirement} ${level}`);

class Reports extends Stream {
  ask(requestId = 1, status = 'Accepted'): this {
    return this.exchange(csms, 'GetBaseReport', { requestId, reportBase: 'FullInventory' }, { status });
  }
  part(seqNo: number, tbc?: boolean, requestId = 1): this {
    const more = tbc === undefined ? {} : { tbc };
    return this.exchange(station, 'NotifyReport', { requestId, generatedAt: this.time(), seqNo, ...more }).pass(1);
  }
  profiles(tbc: boolean | undefined, evseId: number): this {
    const more = tbc === undefined ? {} : { tbc };
    const chargingProfile: unknown[] = [];
    const request = { requestId: 1, chargingLimitSource: 'CSO', evseId, chargingProfile, ...more };
    return this.exchange(station, 'ReportChargingProfiles', request);
  }
  askProfiles(): this {
    return this.exchange(csms, 'GetChargingProfiles', { requestId: 1, chargingProfile: {} }, { status: 'Accepted' });
  }
  event(seqNo: number, tbc?: boolean): this {
    const more = tbc === undefined ? {} : { tbc };
    return this.exchange(station, 'NotifyEvent', { generatedAt: this.time(), seqNo, eventData: [], ...more }).pass(1);
  }
}

describe('monitor report-chains: good and legal', () => {
  it('0, 1, 2 and the end', () => {
    expect(said(reportChains, new Reports().ask().part(0, true).part(1, true).part(2).heartbeat())).toEqual([]);
  });
  it('two reports at once, parts in another order, a part sent again, the report before its answer', () => {
    const mixed = new Reports().ask(1).ask(2).part(0, true, 1).part(0, true, 2).part(1, false, 2).part(1, false, 1);
    expect(said(reportChains, mixed.heartbeat())).toEqual([]);
    expect(said(reportChains, new Reports().ask().part(1, false).part(0, true).heartbeat())).toEqual([]);
    const again = new Reports().ask();
    const part = { requestId: 1, generatedAt: again.time(), seqNo: 0, tbc: true };
    again.exchange(station, 'NotifyReport', part).exchange(station, 'NotifyReport', part).part(1);
    expect(said(reportChains, again.heartbeat())).toEqual([]);
  });
  it('the same requestId asked for again, with or without a new request', () => {
    const stream = new Reports().ask().part(0, true).part(1).ask().part(0, true).part(1).part(0, true).part(1);
    expect(said(reportChains, stream.heartbeat())).toEqual([]);
  });
  it('a report from before the stream', () => {
    const stream = new Reports().part(7, true, 9).part(8, false, 9).ask().part(0).heartbeat();
    expect(said(reportChains, stream)).toEqual([]);
  });
  it('a report that the loss of the link cut off', () => {
    const stream = new Reports().ask().part(0, true).closed().open().part(4, true).heartbeat();
    expect(said(reportChains, stream)).toEqual([]);
  });
  it('profiles in parts', () => {
    const stream = new Reports().askProfiles().profiles(true, 1).profiles(undefined, 2).heartbeat();
    expect(said(reportChains, stream)).toEqual([]);
  });
  it('events in parts, and two of them mixed', () => {
    const stream = new Reports().event(0).event(0, true).event(0, true).event(1, true).event(1).event(2).event(0);
    expect(said(reportChains, stream)).toEqual([]);
    expect(said(reportChains, new Reports().event(3).event(0))).toEqual([]);
  });
});

describe('monitor report-chains: bad', () => {
  it('a report that counts from 1', () => {
    expect(cited(new Reports().ask().part(1, true).part(2).heartbeat())).toEqual(['B07.FR.10 SHALL']);
  });
  it('a part left out', () => {
    expect(cited(new Reports().ask().part(0, true).part(2).heartbeat())).toEqual(['B07.FR.10 SHALL']);
  });
  it('a part after the last one', () => {
    expect(cited(new Reports().ask().part(0).part(1).heartbeat())).toEqual(['Part 2, 1.40.1 tbc SHALL']);
    expect(cited(new Reports().askProfiles().profiles(undefined, 1).profiles(false, 2))).toEqual(['K09.FR.02 SHALL']);
  });
  it('another requestId than was asked for', () => {
    expect(cited(new Reports().ask(1).part(0, true, 2).part(1, false, 2).heartbeat())).toEqual(['B07.FR.04 SHALL']);
  });
  it('a report that does not end is a warning', () => {
    expect(cited(new Reports().ask().part(0, true).heartbeat())).toEqual(['Part 2, 1.40.1 tbc SHOULD']);
  });
  it('an event that begins with another seqNo than 0', () => {
    expect(cited(new Reports().event(0).event(1))).toEqual(['N07.FR.07 SHALL']);
  });
});
