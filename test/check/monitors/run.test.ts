import { describe, expect, it } from 'vitest';
import { DeviceVariables } from '../../../src/check/monitors/device-variables.ts';
import { monitors } from '../../../src/check/monitors/index.ts';
import { examplesOf, factsOf, RunMonitors } from '../../../src/check/monitors/run.ts';
import type { Monitor, Sighting } from '../../../src/check/monitors/types.ts';
import { csms, judged, Stream, station } from './stream.ts';

/** Finds fault with every heartbeat. */
function against(extra: Partial<Monitor> & Partial<Sighting> = {}): Monitor {
  const { level = 'SHALL', scope, sutOnly, message = 'a heartbeat', requirement = 'G02.FR.01', ...rest } = extra;
  let seen = 0;
  return {
    name: 'no-heartbeat',
    requirements: ['G02.FR.01'],
    level,
    ...(scope === undefined ? {} : { scope }),
    ...(sutOnly === undefined ? {} : { sutOnly }),
    watch: () => ({
      see: (event) =>
        event.type === 'frame' && event.frame.kind === 'call' && event.frame.action === 'Heartbeat'
          ? [{ requirement, message, actual: `no. ${++seen}`, events: [event.sequence], ...rest }]
          : [],
    }),
  };
}
const beats = (...phases: ('preamble' | 'body' | 'restore')[]) => {
  const stream = new Stream();
  for (const phase of phases) stream.phase(phase).heartbeat();
  return stream;
};

describe('the runner of monitors', () => {
  it('several sightings of one monitor are one check that lists them', () => {
    const { checks, findings } = judged(against(), beats('body', 'body'));
    expect(checks).toEqual([
      {
        id: 'monitor/no-heartbeat',
        requirement: 'G02.FR.01',
        level: 'SHALL',
        result: 'fail',
        message: 'event 1: a heartbeat: no. 1; event 3: a heartbeat: no. 2',
        events: [1, 3],
      },
    ]);
    expect(findings).toEqual([]);
  });
  it.each([
    ['SHALL', 'fail'],
    ['SHOULD', 'warning'],
    ['compatibility', 'warning'],
    ['MAY', 'observation'],
  ] as const)('%s is a %s', (level, result) => {
    expect(judged(against({ level }), beats('body')).checks).toMatchObject([{ level, result }]);
  });
  it('outside the body it is a finding, equal ones once, without values of a single case', () => {
    const { checks, findings } = judged(against(), beats('preamble', 'preamble', 'restore'));
    expect(checks).toEqual([]);
    expect(findings).toEqual([
      {
        id: 'monitor/no-heartbeat',
        requirement: 'G02.FR.01',
        level: 'SHALL',
        result: 'fail',
        message: 'in preamble: a heartbeat',
      },
      {
        id: 'monitor/no-heartbeat',
        requirement: 'G02.FR.01',
        level: 'SHALL',
        result: 'fail',
        message: 'in restore: a heartbeat',
      },
    ]);
    expect(judged(against({ level: 'MAY' }), beats('preamble')).findings).toEqual([]);
  });
  it('ours is an error in any phase, unless it is intended, only a SHOULD, or only the SUT is judged', () => {
    const sut = { sut: csms };
    expect(judged(against(), beats('restore'), sut)).toMatchObject({
      checks: [{ id: 'monitor/own-no-heartbeat', result: 'error' }],
      findings: [],
    });
    expect(judged(against({ level: 'SHOULD' }), beats('body'), sut).checks).toEqual([]);
    expect(judged(against({ sutOnly: true }), beats('body'), sut).checks).toEqual([]);
    const meant = new Stream();
    meant.call(station, 'Heartbeat', {}, { intended: true });
    expect(judged(against(), meant, sut).checks).toEqual([]);
  });
  it('a sighting may name the side itself, for what is no frame', () => {
    expect(judged(against({ by: csms }), beats('body')).checks).toMatchObject([{ result: 'error' }]);
  });
  it('a monitor that throws is an error of ours, and the others go on', () => {
    const bad: Monitor = {
      ...against(),
      name: 'bad',
      watch: () => ({
        see() {
          throw new Error('oops');
        },
      }),
    };
    const { checks } = new RunMonitors({ sut: station }, [bad, against()]).judge(beats('body').events);
    expect(checks).toMatchObject([
      { id: 'monitor/bad', result: 'error', message: expect.stringContaining('oops') },
      { id: 'monitor/no-heartbeat', result: 'fail' },
    ]);
  });
  it('a monitor of the whole run remembers earlier cases, any other begins anew', () => {
    const counting = (scope?: 'run'): Monitor => ({
      ...against(),
      ...(scope === undefined ? {} : { scope }),
      name: 'x',
    });
    const fresh = (monitor: Monitor): Monitor => ({ ...monitor, watch: (facts) => against().watch(facts) });
    for (const [scope, last] of [
      ['run', 'no. 2'],
      [undefined, 'no. 1'],
    ] as const) {
      const run = new RunMonitors({ sut: station }, [fresh(counting(scope))]);
      run.judge(beats('body').events);
      expect(run.judge(beats('body').events).checks).toMatchObject([{ actual: last }]);
    }
  });
  it('checks known so far only grow', () => {
    const run = new RunMonitors({ sut: station }, [against()]).begin();
    const [first, ...others] = beats('body', 'body').events;
    if (first !== undefined) run.see(first);
    expect(run.checks).toMatchObject([{ events: [1] }]);
    for (const event of others) run.see(event);
    expect(run.end().checks).toMatchObject([{ events: [1, 3] }]);
  });
  it('every monitor has a name of its own in kebab case, and names requirements', () => {
    const names = monitors.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, requirements } of monitors) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(requirements.length).toBeGreaterThan(0);
    }
  });
});

describe('a recorded case', () => {
  it('its header gives the facts', () => {
    const header = {
      timeline: 1,
      case: 'TC_X',
      suite: '',
      edition: '',
      role: 'csms',
      identity: 'CS-1',
      configDigest: '',
      pics: {},
      clock: { epoch: 0, wallEpoch: 0, factor: 1 },
      complete: true,
    } as const;
    expect(factsOf(header)).toEqual({ sut: csms, identity: 'CS-1' });
    expect(factsOf({ ...header, role: 'station', judge: { toleranceSeconds: 4, responseSeconds: 30 } })).toEqual({
      sut: station,
      identity: 'CS-1',
      toleranceSeconds: 4,
      responseSeconds: 30,
    });
  });
  it('is judged example by example', () => {
    const first = beats('body', 'restore').pass(2).heartbeat().events;
    const second = beats('body').events;
    expect(examplesOf([...first, ...second]).map((each) => each.length)).toEqual([first.length, second.length]);
    expect(examplesOf([])).toEqual([]);
  });
});

describe('variables of the device, out of the frames', () => {
  const known = (stream: Stream) => {
    const device = new DeviceVariables();
    for (const event of stream.events) device.see(event);
    return device.get;
  };
  const place = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'HeartbeatInterval' } };
  const set = (status: string) =>
    new Stream().exchange(
      csms,
      'SetVariables',
      { setVariableData: [{ ...place, attributeValue: '60' }] },
      { setVariableResult: [{ ...place, attributeStatus: status }] },
    );
  it('what was read, reported or accepted counts', () => {
    expect(
      known(new Stream().variables({ 'DeviceDataCtrlr.ItemsPerMessage[GetReport]': '4' }))(
        'DeviceDataCtrlr.ItemsPerMessage[GetReport]',
      ),
    ).toBe('4');
    expect(known(set('Accepted'))('OCPPCommCtrlr.HeartbeatInterval')).toBe('60');
    expect(known(new Stream().boot('Accepted', 77))('OCPPCommCtrlr.HeartbeatInterval')).toBe('77');
    const report = new Stream();
    report.call(station, 'NotifyReport', {
      requestId: 1,
      seqNo: 0,
      generatedAt: report.time(),
      reportData: [
        {
          component: { name: 'EVSE', evse: { id: 1 } },
          variable: { name: 'Power' },
          variableAttribute: [{ type: 'MaxSet', value: '9' }, { value: '5' }],
        },
      ],
    });
    expect(known(report)('EVSE#1.Power')).toBe('5');
  });
  it('what was refused, asked for another attribute or never said does not', () => {
    expect(known(set('Rejected'))('OCPPCommCtrlr.HeartbeatInterval')).toBeUndefined();
    expect(known(set('RebootRequired'))('OCPPCommCtrlr.HeartbeatInterval')).toBeUndefined();
    expect(known(new Stream().boot('Pending', 77))('OCPPCommCtrlr.HeartbeatInterval')).toBeUndefined();
    expect(known(new Stream())('A.B')).toBeUndefined();
  });
});
