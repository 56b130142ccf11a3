import { createServer, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type ClockSetting, ScaledClock } from '../../src/clock/index.ts';
import { embeddedRig, octtRig, RigUnreachable } from '../../src/rig/drivers/index.ts';
import { type RigAct, type RigDescription, type RigEvent, RigModel } from '../../src/rig/model/index.ts';
import { startRigPort } from '../../src/subject/rig-port.ts';

const description: RigDescription = {
  evses: [1, 2].map((id) => ({
    id,
    phases: 3,
    maxCurrent: 32,
    voltage: 230,
    current: 'AC',
    baySensor: id === 1,
    connectors: [{ id: 1, type: 'sType2', fixedCable: false, hasLock: true }],
  })),
  measures: ['energy', 'power', 'connector'],
  tokenReader: true,
  buttons: ['start'],
  display: true,
};

const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});
async function bench() {
  const clock = new ScaledClock();
  const model = new RigModel({ description, clock });
  const settings: ClockSetting[] = [];
  const onClock = (setting: ClockSetting) => {
    settings.push(setting);
    clock.adjust(setting);
  };
  const port = await startRigPort({ model, clock, onClock });
  endings.push(() => port.close());
  return { clock, model, settings, port };
}
async function connected() {
  const made = await bench();
  const rig = await embeddedRig({ url: made.port.url, clock: made.clock });
  endings.push(() => rig.close());
  const events: RigEvent[] = [];
  rig.subscribe((event) => events.push(event));
  return { ...made, rig, events };
}
function ask(url: string, method: string, path: string, body = ''): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method, agent: false }, async (answer) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      resolve([answer.statusCode ?? 0, text]);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const acts: readonly RigAct[] = [
  { act: 'park', evse: 1 },
  { act: 'plug', evse: 1, connector: 1, end: 'EV' },
  { act: 'plug', evse: 1, half: false },
  { act: 'present', evse: 1, token: { idToken: 'AABB', type: 'ISO14443' } },
  { act: 'press', evse: 1, button: 'start' },
  { act: 'choose', evse: 1, option: 'English' },
  { act: 'charging', evse: 1, change: 'suspend' },
  { act: 'ask', evse: 1, subject: 'new limits' },
  { act: 'fault', change: 'raise', fault: 'ground fault', evse: 2 },
  { act: 'meter', evse: 2, energyWh: 1000 },
  { act: 'move', quantity: 'temperature', to: 80 },
  { act: 'lock', evse: 2, change: 'fail' },
  { act: 'tamper', change: 'open' },
  { act: 'network', change: 'cut' },
  { act: 'unplug', evse: 1 },
  { act: 'leave', evse: 1 },
  { act: 'power', change: 'cut' },
];

describe('rig protocol', () => {
  it('carries every act, its outcome and its events, which are there when perform resolves', async () => {
    const { rig, model, events } = await connected();
    for (const act of acts) {
      expect(await rig.perform(act)).toEqual({ outcome: 'done' });
      const told = events.findLast(({ type }) => type === 'act');
      expect(told).toMatchObject({ act, outcome: { outcome: 'done' } });
    }
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(await rig.describe()).toEqual(description);
    expect(await rig.read()).toEqual({ ...model.read(), at: expect.any(Number) });
  });

  it('tells a late subscriber only what happens from now on, and another one what it missed', async () => {
    const { rig, port, clock } = await connected();
    await rig.perform({ act: 'plug', evse: 1 });
    const late = await embeddedRig({ url: port.url, clock });
    endings.push(() => late.close());
    const events: RigEvent[] = [];
    late.subscribe((event) => events.push(event));
    await late.perform({ act: 'unplug', evse: 1 });
    expect(events[0]).toMatchObject({ type: 'act', act: { act: 'unplug' } });
    expect(events[0]?.sequence).toBeGreaterThan(1);
  });

  it('hands over the clock and measures the offset', async () => {
    const { rig, settings, clock } = await connected();
    expect(Math.abs(rig.clockOffset.offsetMs)).toBeLessThan(1000);
    const setting = { epoch: clock.now(), wallEpoch: clock.wallNow(), factor: 60 };
    const offset = await rig.setClock(setting);
    expect(settings).toEqual([setting]);
    expect(offset).toEqual(rig.clockOffset);
    expect(clock.factor).toBe(60);
  });

  it.each([
    ['POST', '/rig/acts', '{', 400, /the act is not JSON: \{$/],
    ['POST', '/rig/acts', '{"act":"fly"}', 400, /the act: .*act/],
    ['POST', '/rig/acts', '{"act":"plug","evse":0}', 400, /the act: \/evse must be >= 1/],
    ['POST', '/rig/acts', '{"act":"plug","evse":1,"ende":"EV"}', 400, /must NOT have additional properties/],
    ['POST', '/rig/acts', '{"act":"plug","evse":1,"end":"car"}', 400, /\/end must be equal to .* EV,Charging Station/],
    ['POST', '/rig/acts', ' '.repeat(70_000), 413, /longer than/],
    ['PUT', '/clock', '{"epoch":1,"wallEpoch":1,"factor":0}', 400, /\/factor must be > 0/],
    ['GET', '/rig/events?since=x', '', 400, /since=x/],
    ['GET', '/nowhere', '', 404, /the rig protocol has/],
    ['POST', '/plugin?evse_id=first', '', 400, /evse_id=first/],
    ['POST', '/authorize?id=AB', '', 400, /id and type/],
    ['POST', '/state?ready=maybe', '', 400, /ready=maybe/],
  ])('answers %s %s %s with %i and one line', async (method, path, body, status, line) => {
    const { port } = await bench();
    const [given, text] = await ask(port.url, method, path, body);
    expect(given).toBe(status);
    expect(text.trimEnd()).toMatch(line);
    expect(text.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says clearly that there is no rig, or no longer one', async () => {
    const { rig, port } = await connected();
    await port.close();
    await expect(rig.perform({ act: 'park', evse: 1 })).rejects.toThrow(RigUnreachable);
    await expect(embeddedRig({ url: port.url, clock: new ScaledClock() })).rejects.toThrow(
      /the rig at .* failed at GET \/clock/,
    );
  });
});

/** A rig of somebody else whose event stream breaks after the first event. */
async function shakyRig() {
  const asked: string[] = [];
  const server = createServer((incoming, answer) => {
    const path = incoming.url ?? '';
    if (path === '/clock') return answer.end('{"now":1,"wallNow":1}');
    if (!path.startsWith('/rig/events')) return answer.end('{"outcome":"done","sequence":2}');
    asked.push(path);
    const event = { at: 1, sequence: asked.length, type: 'change', quantity: 'bay' };
    answer.write(`${JSON.stringify(event)}\n`, () => asked.length === 1 && answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test server has no port');
  return { url: `http://127.0.0.1:${address.port}`, asked };
}
it('an event stream that breaks is taken up again where it ended', async () => {
  const { url, asked } = await shakyRig();
  const rig = await embeddedRig({ url, clock: new ScaledClock() });
  endings.push(() => rig.close());
  expect(await rig.perform({ act: 'tamper', change: 'open' })).toEqual({ outcome: 'done' });
  expect(asked).toEqual(['/rig/events', '/rig/events?since=1']);
});

describe('OCTT SUT API, both ends', () => {
  it('plugs, authorizes, suspends, ends and unplugs', async () => {
    const { model, port, clock } = await bench();
    const seen: RigAct[] = [];
    model.subscribe(({ act }) => act !== undefined && seen.push(act));
    const rig = octtRig({ baseUrl: port.url, description, clock });
    endings.push(() => rig.close());
    const told: RigEvent[] = [];
    rig.subscribe((event) => told.push(event));
    const does: readonly RigAct[] = [
      { act: 'plug', evse: 2 },
      { act: 'present', evse: 2, token: { idToken: 'AA BB', type: 'ISO14443' } },
      { act: 'charging', evse: 2, change: 'suspend' },
      { act: 'charging', evse: 2, change: 'resume' },
      { act: 'charging', evse: 2, change: 'end' },
    ];
    for (const act of does) expect(await rig.perform(act)).toEqual({ outcome: 'done' });
    expect(seen).toEqual(does);
    expect((await rig.read()).evses[1]).toMatchObject({ pilot: 'B', evState: 'suspended' });
    await rig.perform({ act: 'unplug', evse: 2 });
    expect((await rig.read()).evses[1]).toMatchObject({ pilot: 'A', evState: 'absent' });
    expect(told.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await rig.describe()).measures).toEqual([]);
  });

  it('says what the API cannot do, and passes on what the rig refuses', async () => {
    const { port, clock } = await bench();
    const rig = octtRig({ baseUrl: port.url, description, clock });
    endings.push(() => rig.close());
    expect(await rig.perform({ act: 'power', change: 'cut' })).toMatchObject({ outcome: 'impossible' });
    expect(await rig.perform({ act: 'plug', evse: 1, half: true })).toMatchObject({ outcome: 'impossible' });
    expect(await rig.perform({ act: 'plug', evse: 7 })).toEqual({
      outcome: 'not-done',
      reason: 'the rig answered /plugin with 409: impossible: this rig has no EVSE 7',
    });
  });

  it('without evse_id, /end and /state mean every EVSE with an EV', async () => {
    const { model, port } = await bench();
    expect(await ask(port.url, 'POST', '/end')).toEqual([200, 'no action taken: no EV is plugged in\n']);
    model.perform({ act: 'plug', evse: 2 });
    await ask(port.url, 'POST', '/state?ready=false');
    expect(model.read().evses.map(({ evState }) => evState)).toEqual(['absent', 'suspended']);
  });
});
