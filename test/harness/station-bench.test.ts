import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ScaledClock } from '../../src/clock/index.ts';
import { startFileServer } from '../../src/files/index.ts';
import { openStationBench } from '../../src/harness/bench/station-bench.ts';
import { completeConfig } from '../../src/harness/config/load.ts';
import { createRunPki, type RunPki } from '../../src/pki/issue/index.ts';

let pki: RunPki;
const blocker = createServer();
beforeAll(async () => {
  pki = await createRunPki({
    serverNames: ['localhost'],
    stationIdentity: 'CS-1',
    organization: 'Assay',
    includeRsa: false,
  });
});
afterAll(() => new Promise((resolve) => blocker.close(resolve)));

/** A port of the loopback; the server keeps it until it is closed. */
function portOf(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('a bench that cannot be opened is one line and leaves nothing open, so that the program can end', async () => {
  const [taken, filePort] = [await portOf(blocker), await freePort()];
  const clock = new ScaledClock();
  const opening = openStationBench({
    config: completeConfig({ sut: 'station', identity: 'CS-1', listen: { ports: { '1': 0, '2': taken }, filePort } }),
    clock,
    pki,
    wire: () => {},
    transfer: () => {},
    holds: () => false,
  });
  await expect(opening).rejects.toThrow(`cannot listen on 127.0.0.1:${taken}: the port is in use`);
  const again = await startFileServer({
    host: '127.0.0.1',
    port: filePort,
    tap: () => {},
    advertisedHost: 'localhost',
    clock,
  });
  await again.close();
});
