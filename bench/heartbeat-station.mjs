// A station that only sends Heartbeats, as a process of its own: alternating batches to both URLs, times to stdout as JSON.
import { WebSocket } from 'ws';

const [, , optionsText] = process.argv;
const { urls, username, password, rounds, batch } = JSON.parse(optionsText);

function open(url) {
  const headers = { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
  const socket = new WebSocket(`${url}/${username}`, ['ocpp2.0.1'], { headers, perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Milliseconds from handing a Heartbeat over to having its answer. */
function roundTrip(socket) {
  const messageId = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    const began = performance.now();
    socket.once('message', (data) => {
      const took = performance.now() - began;
      const [type, id] = JSON.parse(data.toString());
      if (type === 3 && id === messageId) resolve(took);
      else reject(new Error(`no answer to the Heartbeat: ${data}`));
    });
    socket.send(JSON.stringify([2, messageId, 'Heartbeat', {}]));
  });
}

async function oneBatch(url) {
  const socket = await open(url);
  const times = [];
  for (let index = 0; index < batch; index += 1) times.push(await roundTrip(socket));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.close(1000);
  await closed;
  return times;
}

const times = urls.map(() => []);
for (let round = 0; round < rounds; round += 1) {
  for (const [index, url] of urls.entries()) {
    const batchTimes = await oneBatch(url);
    if (round > 0) times[index].push(...batchTimes); // the first round warms both up
  }
}
process.stdout.write(JSON.stringify(times));
