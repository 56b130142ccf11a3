import { quantile } from './measure.mjs';
import { transactionEvent } from './transaction-event.mjs';

const station = 'Charging Station';
const address = (name, instance) => ({
  component: { name: 'DeviceDataCtrlr' },
  variable: { name, ...(instance === undefined ? {} : { instance }) },
});

/** Frames of an ordinary conversation: a boot, reports, a transaction with meter values, heartbeats; each CALL with its answer. */
function* conversation(time, index) {
  const call = (sender, action, request, response) => ({ sender, action, request, response });
  const now = () => new Date(time()).toISOString();
  yield call(
    station,
    'BootNotification',
    { reason: 'PowerUp', chargingStation: { model: 'M', vendorName: 'V' } },
    { currentTime: now(), interval: 300, status: 'Accepted' },
  );
  for (const instance of ['GetReport', 'GetVariables', 'SetVariables']) {
    const place = address('ItemsPerMessage', instance);
    const getVariableResult = [{ ...place, attributeStatus: 'Accepted', attributeValue: '20' }];
    yield call('CSMS', 'GetVariables', { getVariableData: [place] }, { getVariableResult });
  }
  yield call('CSMS', 'GetBaseReport', { requestId: 1, reportBase: 'FullInventory' }, { status: 'Accepted' });
  for (let seqNo = 0; seqNo < 4; seqNo += 1) {
    const reportData = Array.from({ length: 10 }, (_, index) => ({
      ...address(`Variable${index}`),
      variableAttribute: [{ type: 'Actual', value: String(index), mutability: 'ReadOnly' }],
      variableCharacteristics: { dataType: 'integer', supportsMonitoring: false },
    }));
    const request = { requestId: 1, generatedAt: now(), seqNo, tbc: seqNo < 3, reportData };
    yield call(station, 'NotifyReport', request, {});
  }
  const idToken = { idToken: '04AABBCCDDEE', type: 'ISO14443' };
  const events = 30;
  const begun = time();
  for (let seqNo = 0; seqNo < events; seqNo += 1) {
    const [, , action, event] = JSON.parse(transactionEvent(seqNo));
    const timestamp = new Date(begun - (events - seqNo) * 1000).toISOString();
    const request = { ...event, timestamp, meterValue: event.meterValue.map((value) => ({ ...value, timestamp })) };
    request.transactionInfo.transactionId = `T-${begun}-${index}`;
    if (seqNo === 0) Object.assign(request, { eventType: 'Started', triggerReason: 'Authorized', idToken });
    yield call(station, action, request, {});
    if (seqNo % 5 === 4) yield call(station, 'Heartbeat', {}, { currentTime: now() });
  }
}

async function parts() {
  const { ScaledClock } = await import('../dist/src/clock/index.js');
  const { frameEvent, Timeline } = await import('../dist/src/timeline/index.js');
  const { RunMonitors } = await import('../dist/src/check/monitors/run.js');
  return { ScaledClock, frameEvent, Timeline, RunMonitors };
}

/** The events of one case, as the timeline keeps them. */
function eventsOf({ ScaledClock, frameEvent, Timeline }, index) {
  const clock = new ScaledClock();
  const timeline = Timeline.open({ clock });
  timeline.setPhase('body');
  const say = (sender, frame) =>
    timeline.append(frameEvent(timeline, { sender, attempt: 1, text: JSON.stringify(frame) }));
  let id = 0;
  for (const { sender, action, request, response } of conversation(() => clock.now(), index)) {
    const messageId = `${index}-${id++}`;
    say(sender, [2, messageId, action, request]);
    say(sender === 'CSMS' ? station : 'CSMS', [3, messageId, response]);
  }
  return timeline.events();
}

/** All monitors over one frame, in process: what a frame costs beside parsing, schema and writing. Cases follow one another in one run. */
export async function monitors(cases = 150) {
  const modules = await parts();
  const run = new modules.RunMonitors({
    sut: station,
    identity: 'BENCH',
    toleranceSeconds: 4,
    responseSeconds: 30,
  });
  const times = [];
  for (let index = 0; index < cases; index += 1) {
    const events = eventsOf(modules, index);
    const watch = run.begin();
    for (const event of events) {
      const began = performance.now();
      watch.see(event);
      if (index >= 20) times.push((performance.now() - began) * 1000); // before that the code is being compiled
    }
    const { checks } = watch.end();
    const wrong = checks.find(({ result }) => result === 'fail' || result === 'error');
    if (wrong !== undefined) throw new Error(`bench: the monitors find fault with the conversation: ${wrong.message}`);
  }
  return [
    {
      name: 'all monitors, one frame, median',
      value: quantile(times, 0.5),
      unit: 'us',
      samples: times.length,
      target: 50,
    },
    { name: 'all monitors, one frame, p99', value: quantile(times, 0.99), unit: 'us', samples: times.length },
  ];
}
