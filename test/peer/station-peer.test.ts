import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { ScaledClock } from '../../src/clock/index.ts';
import { isAction, parseFrame, schemaFaults, writeFrame } from '../../src/ocpp/index.ts';
import { StationPeer } from '../../src/peer/station-peer.ts';
import { description, token } from '../station/bench.ts';

type Payload = Record<string, unknown>;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A CSMS of a few lines: answers what it is told to, keeps what came. */
class TinyCsms {
  readonly requests: { readonly action: string; readonly payload: Payload }[] = [];
  readonly answers: Readonly<Record<string, Payload>> = {
    BootNotification: { status: 'Accepted', interval: 300, currentTime: '2026-03-01T12:00:00Z' },
    Authorize: { idTokenInfo: { status: 'Accepted' } },
    TransactionEvent: {},
    StatusNotification: {},
  };
  readonly #waiting = new Map<string, (payload: Payload) => void>();
  readonly #awaited = new Map<string, (payload: Payload) => void>();
  #socket: WebSocket | undefined;
  #count = 0;

  adopt(socket: WebSocket): void {
    this.#socket = socket;
    socket.on('message', (data) => this.#received(String(data), socket));
  }
  #received(text: string, socket: WebSocket): void {
    const frame = parseFrame(text);
    if (frame.kind === 'result') this.#waiting.get(frame.messageId)?.(frame.payload);
    if (frame.kind === 'error') this.#waiting.get(frame.messageId)?.({ error: frame.errorCode });
    if (frame.kind !== 'call') return;
    const { action, payload, messageId } = frame;
    this.requests.push({ action, payload });
    this.#awaited.get(action)?.(payload);
    socket.send(writeFrame({ kind: 'result', messageId, payload: this.answers[action] ?? {} }));
  }
  /** The next request of that action. */
  came(action: string): Promise<Payload> {
    return new Promise((resolve) => this.#awaited.set(action, resolve));
  }
  ask(action: string, payload: Payload): Promise<Payload> {
    this.#count += 1;
    const messageId = `c${this.#count}`;
    const answer = new Promise<Payload>((resolve) => this.#waiting.set(messageId, resolve));
    this.#socket?.send(writeFrame({ kind: 'call', messageId, action, payload }));
    return answer;
  }
}

async function bench(holds: (action: string) => boolean = () => false) {
  const csms = new TinyCsms();
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    handleProtocols: (offers) => (offers.has('ocpp2.0.1') ? 'ocpp2.0.1' : false),
  });
  server.on('connection', (socket) => csms.adopt(socket));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const peer = new StationPeer({
    clock: new ScaledClock(),
    description,
    station: {
      identity: 'CS-1',
      nameplate: { model: 'Model', vendorName: 'Vendor', serialNumber: 'S-1', firmwareVersion: '1.0.0' },
      networkProfiles: { 1: { url: `ws://127.0.0.1:${port}/ocpp`, securityProfile: 1 } },
      credentials: { password: 'a-password-of-enough-length' },
    },
    tap: () => {},
    holds,
  });
  closers.push(
    () => {
      for (const socket of server.clients) socket.terminate();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
    () => peer.close(),
  );
  return { csms, peer };
}
const held = (peer: StationPeer) =>
  new Promise<void>((resolve) => {
    const stop = peer.onHeld(() => {
      stop();
      resolve();
    });
  });

describe('our station', () => {
  it('is offline until it is told to connect, and then says nothing by itself', async () => {
    const { csms, peer } = await bench();
    expect(peer.online).toBe(false);
    expect(await peer.send('Heartbeat', {})).toEqual({ kind: 'closed' });
    expect(await peer.connect()).toMatchObject({ ok: true });
    expect(peer.online).toBe(true);
    expect(await peer.send('Heartbeat', {})).toMatchObject({ kind: 'result' });
    expect(csms.requests.map(({ action }) => action)).toEqual(['Heartbeat']);
  });

  it('composes what a sentence leaves out', async () => {
    const { csms, peer } = await bench();
    await peer.connect();
    await peer.send('BootNotification', { reason: 'RemoteReset' });
    await peer.send('StatusNotification', { evseId: 2, connectorId: 1, connectorStatus: 'Occupied' });
    expect(csms.requests[0]?.payload).toMatchObject({
      reason: 'RemoteReset',
      chargingStation: { model: 'Model', vendorName: 'Vendor', serialNumber: 'S-1' },
    });
    expect(csms.requests[1]?.payload).toMatchObject({ evseId: 2, connectorStatus: 'Occupied' });
    for (const { action, payload } of csms.requests)
      if (isAction(action)) expect(schemaFaults(action, 'Request', payload)).toEqual([]);
  });

  it('sends raw what is broken on purpose', async () => {
    const { csms, peer } = await bench();
    await peer.connect();
    await peer.sendRaw('BootNotification', { reason: 'Nonsense' });
    expect(csms.requests).toEqual([{ action: 'BootNotification', payload: { reason: 'Nonsense' } }]);
    await expect(peer.send('Nonsense', {})).rejects.toThrow('no OCPP action Nonsense');
  });

  it('tells what the rig causes', async () => {
    const { csms, peer } = await bench();
    peer.station.start();
    await peer.connect();
    await peer.send('BootNotification', {});
    const asked = csms.came('Authorize');
    await peer.rig.perform({ act: 'plug', evse: 1 });
    await peer.rig.perform({ act: 'present', evse: 1, token });
    expect(await asked).toMatchObject({ idToken: token });
  });

  it('says why a connection was refused', async () => {
    const { peer } = await bench();
    const result = await peer.connect({ url: 'ws://127.0.0.1:1/ocpp' });
    expect(result).toMatchObject({ ok: false, at: 'TCP' });
    expect(peer.online).toBe(false);
  });

  it('ends the link and opens another', async () => {
    const { peer } = await bench();
    await peer.connect();
    await peer.disconnect();
    expect(peer.online).toBe(false);
    await peer.connect();
    peer.drop();
    expect(peer.online).toBe(false);
    expect(await peer.connect()).toMatchObject({ ok: true });
  });
});

describe('requests of the CSMS', () => {
  it('are answered by the engine, unless a sentence will', async () => {
    const { csms, peer } = await bench((action) => action === 'Reset');
    await peer.connect();
    await peer.send('BootNotification', {});
    expect(await csms.ask('GetLocalListVersion', {})).toHaveProperty('versionNumber');
    const waits = held(peer);
    const answer = csms.ask('Reset', { type: 'Immediate' });
    await waits;
    expect(peer.held).toMatchObject([{ action: 'Reset', request: { type: 'Immediate' } }]);
    peer.held[0]?.answer({ kind: 'result', payload: { status: 'Rejected' } });
    expect(await answer).toEqual({ status: 'Rejected' });
    expect(peer.held).toEqual([]);
  });

  it('that wait are gone with the link they came on, and with the case', async () => {
    const { csms, peer } = await bench((action) => action === 'Reset');
    await peer.connect();
    const waits = held(peer);
    void csms.ask('Reset', { type: 'Immediate' });
    await waits;
    await peer.connect();
    expect(peer.held).toEqual([]);
    const again = held(peer);
    void csms.ask('Reset', { type: 'Immediate' });
    await again;
    expect(peer.held).toHaveLength(1);
    peer.reset();
    expect(peer.held).toEqual([]);
  });
});
