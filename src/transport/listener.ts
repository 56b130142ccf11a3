import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket, Server as TlsServer } from 'node:tls';
import { httpFacts } from './http-facts.ts';
import { Incoming } from './incoming.ts';
import { tlsServer } from './listener-tls.ts';
import { tlsFacts } from './tls-facts.ts';
import { failureReason, isAlert, isGone } from './tls-failure.ts';
import type { Link, Listener, ListenerOptions, SecurityProfile, ServerTls } from './types.ts';
import { answerAndClose, Upgrader } from './upgrade.ts';

const goingAway = 1001;

function bind(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = 'the port is in use: stop what uses it or choose another';
      reject(new Error(`cannot listen on ${host}:${port}: ${error.code === 'EADDRINUSE' ? inUse : error.message}`));
    });
    server.listen({ host, port }, () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address);
    });
  });
}

const remoteOf = (socket: Socket): string => `${socket.remoteAddress ?? ''}|${socket.remotePort ?? ''}`;

class WireListener implements Listener {
  readonly securityProfile: SecurityProfile;
  url = '';
  port = 0;
  readonly #options: ListenerOptions;
  readonly #tcp: Server;
  readonly #http: HttpServer = createHttpServer();
  readonly #upgrader: Upgrader;
  readonly #links = new Set<Link>();
  /** Connections by remote address: TLS names no other key to its client errors. */
  readonly #incoming = new Map<string, Incoming>();
  readonly #bySocket = new WeakMap<Duplex, Incoming>();
  #tls: TlsServer | undefined;

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.securityProfile = options.securityProfile;
    this.#tcp = createServer({ noDelay: true }, (socket) => this.#accept(socket));
    this.#upgrader = new Upgrader({ ...options, onLink: (link) => this.#linked(link) });
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#http.on('request', (request) =>
      this.#refuseRequest(request, request.socket, 426, 'this port speaks only OCPP over WebSocket'),
    );
    this.#http.on('connect', (request, socket) => this.#refuseRequest(request, socket, 405, 'this port is no proxy'));
    this.#http.on('clientError', (error, socket) => this.#unreadableRequest(error, socket));
    if (options.tls !== undefined) this.setTls(options.tls);
  }

  async listen(): Promise<void> {
    const { host, tls } = this.#options;
    const path = this.#options.path.replace(/\/+$/, '');
    const { port } = await bind(this.#tcp, host, this.#options.port);
    this.#tcp.on('error', (error) =>
      process.emitWarning(`the listener on ${host}:${port} has trouble: ${error.message}`),
    );
    this.port = port;
    this.url = `${tls === undefined ? 'ws' : 'wss'}://${host.includes(':') ? `[${host}]` : host}:${port}${path}`;
  }

  setTls(tls: ServerTls): void {
    if (this.#options.tls === undefined) throw new Error('a listener for security profile 1 has no TLS to change');
    const server = tlsServer(tls);
    server.on('secureConnection', (socket) =>
      this.#secured(socket, tls.clientRoots !== undefined && tls.anyClient !== true),
    );
    server.on('tlsClientError', (error, socket) => this.#incoming.get(remoteOf(socket))?.failed(error));
    this.#tls = server;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#tcp.close(() => resolve()));
    await Promise.all([...this.#links].map((link) => link.close(goingAway, 'the listener closes')));
    for (const incoming of this.#incoming.values()) {
      incoming.abandon('the listener closes');
      incoming.socket.destroy();
    }
    await closed;
  }

  #accept(socket: Socket): void {
    const key = remoteOf(socket);
    const incoming = new Incoming(socket, this.#options.tap, this.url);
    this.#incoming.set(key, incoming);
    incoming.onGone = () => {
      if (this.#incoming.get(key) === incoming) this.#incoming.delete(key);
    };
    if (this.#tls === undefined) {
      this.#bySocket.set(socket, incoming);
      this.#http.emit('connection', socket);
      return;
    }
    incoming.readHello(() => this.#tls?.emit('connection', socket));
  }

  #secured(socket: TLSSocket, demandsCertificate: boolean): void {
    const incoming = this.#incoming.get(remoteOf(socket));
    if (incoming === undefined) {
      socket.destroy();
      return;
    }
    socket.on('error', (error) => incoming.failed(error));
    const facts = tlsFacts(socket, incoming.hello);
    incoming.tls = facts;
    incoming.stage = 'secured';
    const { attempt } = incoming;
    attempt.tap({ type: 'tls', attempt: attempt.number, tls: facts });
    if (demandsCertificate && !facts.authorized) {
      const shown = facts.peerCertificate;
      const why =
        shown === undefined
          ? 'no client certificate was shown'
          : `the client certificate ${shown.subject} is refused: ${facts.authorizationError ?? 'not trusted'}`;
      incoming.refuse({ at: 'TLS', by: 'us', reason: why });
      socket.destroy();
      return;
    }
    this.#bySocket.set(socket, incoming);
    this.#http.emit('connection', socket);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const incoming = this.#bySocket.get(socket);
    if (incoming === undefined) {
      socket.destroy();
      return;
    }
    incoming.stage = 'HTTP';
    this.#upgrader.handle(request, socket, head, incoming).catch((error: unknown) => {
      // Only our own code above the link can fail here; the connection is not left half open.
      process.emitWarning(`a new link was not taken over: ${failureReason(error)}`);
      socket.destroy();
    });
  }

  #refuseRequest(request: IncomingMessage, socket: Duplex, status: number, reason: string): void {
    const incoming = this.#bySocket.get(socket);
    if (incoming !== undefined && !incoming.attempt.settled) {
      const { attempt } = incoming;
      incoming.stage = 'HTTP';
      attempt.tap({ type: 'http', attempt: attempt.number, http: httpFacts(request) });
      incoming.refuse({
        at: 'HTTP',
        by: 'us',
        status,
        reason: `${request.method ?? ''} without a WebSocket upgrade: ${reason}`,
      });
    }
    answerAndClose(socket, status, reason);
  }

  #unreadableRequest(error: Error, socket: Duplex): void {
    const incoming = this.#bySocket.get(socket);
    if (isAlert(error) || isGone(error)) {
      incoming?.failed(error);
      socket.destroy();
      return;
    }
    incoming?.refuse({
      at: 'HTTP',
      by: 'us',
      status: 400,
      reason: `the HTTP request cannot be read: ${failureReason(error)}`,
    });
    answerAndClose(socket, 400, 'the HTTP request cannot be read');
  }

  #linked(link: Link): void {
    this.#links.add(link);
    link.onClosed(() => this.#links.delete(link));
    this.#options.onLink(link);
  }
}

/**
 * Listens for charging stations on one port: plain HTTP for security profile 1, TLS for 2, mutual TLS when
 * `tls.clientRoots` is set. Every accepted TCP connection is one attempt and ends in exactly one of `open` and `refused`.
 *
 * @throws Error with one line: port in use, TLS missing for profile 2 or 3, unusable keys.
 */
export async function startListener(options: ListenerOptions): Promise<Listener> {
  if ((options.tls === undefined) !== (options.securityProfile === 1)) {
    const need = options.securityProfile === 1 ? 'takes no TLS keys' : 'needs TLS keys';
    throw new Error(
      `security profile ${options.securityProfile} ${need}: check the listener on ${options.host}:${options.port}`,
    );
  }
  const listener = new WireListener(options);
  await listener.listen();
  return listener;
}
