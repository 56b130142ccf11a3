import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { root, scratch } from './assay.mjs';
import { timelineOf } from './frame.mjs';
import { median } from './measure.mjs';

const identity = 'BENCH';
const password = 'bench-secret-of-the-station';

/** Our CSMS seat with the witness behind its tap, as in a run: every connection is a case with a timeline of its own. */
async function harness() {
  const { ScaledClock } = await import('../dist/src/clock/index.js');
  const { frameEvent, Timeline } = await import('../dist/src/timeline/index.js');
  const { Observer } = await import('../dist/src/check/views/index.js');
  const { CsmsPeer } = await import('../dist/src/peer/csms-peer.js');
  const { Inbox } = await import('../dist/src/peer/inbox.js');
  const clock = new ScaledClock();
  const folder = scratch();
  let timeline;
  const begin = (attempt) => {
    timeline?.settle();
    timeline = Timeline.open(timelineOf(clock, join(folder, `${attempt}.jsonl`)));
    const observer = new Observer({ sut: 'Charging Station' });
    const inbox = new Inbox();
    timeline.subscribe((event) => {
      for (const observation of observer.feed(event)) inbox.add(observation);
    });
  };
  const peer = await CsmsPeer.start({
    clock,
    host: '127.0.0.1',
    path: '/ocpp',
    identity,
    password,
    ports: { 1: 0 },
    tls: () => undefined,
    callTimeoutMs: 20_000,
    answers: { now: () => clock.now(), heartbeatInterval: 60, token: () => ({ status: 'Accepted' }) },
    holds: () => false,
    tap: (event) => {
      if (event.type === 'attempt') begin(event.attempt);
      if (event.type === 'frame') {
        const { attempt, text, binary } = event;
        const sender = event.direction === 'sent' ? 'CSMS' : 'Charging Station';
        timeline.append(frameEvent(timeline, { sender, attempt, text, binary }));
        return;
      }
      const { type, attempt, ...facts } = event;
      timeline.append({ type: 'connection', what: type, attempt, facts });
    },
  });
  return { url: peer.urls.get(1), close: () => peer.close() };
}

/** What ws alone can do: reads the id and answers; no schema, no credentials, no record. */
async function bareServer() {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'ocpp2.0.1' });
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const [, messageId] = JSON.parse(data.toString());
      socket.send(JSON.stringify([3, messageId, { currentTime: new Date().toISOString() }]));
    });
  });
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `ws://127.0.0.1:${server.address().port}/ocpp`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function station(options) {
  const child = spawn(process.execPath, [join(root, 'bench', 'heartbeat-station.mjs'), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) =>
      status === 0 ? resolve(JSON.parse(text)) : reject(new Error(`bench: the Heartbeat station ended with ${status}`)),
    );
  });
}

/** Heartbeats over loopback without TLS to our CSMS seat, against a bare ws server in the same process, by turns. */
export async function heartbeat(rounds = 31, batch = 100) {
  const ours = await harness();
  const bare = await bareServer();
  try {
    const options = { urls: [ours.url, bare.url], username: identity, password, rounds, batch };
    const [oursMs, bareMs] = await station(options);
    const [value, baseline] = [median(oursMs), median(bareMs)];
    return [
      {
        name: 'Heartbeat round trip to our CSMS, median',
        value,
        unit: 'ms',
        samples: oursMs.length,
        baseline: { name: 'bare ws server', value: baseline },
        ratio: value / baseline,
        targetRatio: 1.5,
      },
    ];
  } finally {
    await ours.close();
    await bare.close();
  }
}
