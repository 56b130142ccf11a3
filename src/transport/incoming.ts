import type { Socket } from 'node:net';
import { Attempt } from './attempt.ts';
import { longestHello, readClientHello } from './client-hello.ts';
import { failureReason, isAlert, tlsEndedBy } from './tls-failure.ts';
import type { ClientHelloFacts, Refusal, TlsFacts, WireTap } from './types.ts';
import { wall } from './wall.ts';

/** From accept to the end of the upgrade (wall ms): slow enough for a modem, short enough to free the port of idlers. */
const upgradeDeadlineMs = 30_000;

/** How far a connection came: nothing received; TLS begun; TLS done; an HTTP request was read. */
type Stage = 'TCP' | 'TLS' | 'secured' | 'HTTP';

const ends: Readonly<Record<Stage, Refusal>> = {
  TCP: { at: 'TCP', by: 'them', reason: 'closed the connection without sending anything' },
  TLS: { at: 'TLS', by: 'them', reason: 'closed the connection during the TLS handshake' },
  secured: { at: 'TLS', by: 'them', reason: 'closed the connection after the TLS handshake, before an HTTP request' },
  HTTP: { at: 'HTTP', by: 'them', reason: 'closed the connection before the upgrade was answered' },
};

/** One accepted connection until it is a link or refused; whatever happens to its socket, its attempt ends exactly once. */
export class Incoming {
  readonly attempt: Attempt;
  readonly socket: Socket;
  stage: Stage = 'TCP';
  tls: TlsFacts | undefined;
  hello: ClientHelloFacts | undefined;
  /** Called when the TCP socket is gone. */
  onGone: () => void = () => {};

  constructor(socket: Socket, tap: WireTap, endpoint: string) {
    this.socket = socket;
    this.attempt = new Attempt(tap, endpoint, `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`);
    const cancel = wall.afterWall(upgradeDeadlineMs, () =>
      this.abandon(`no complete WebSocket upgrade within ${upgradeDeadlineMs} ms`),
    );
    socket.on('error', (error) => this.failed(error));
    socket.on('close', () => {
      cancel();
      // The TLS layer may still hold the alert that explains the close.
      setImmediate(() => {
        this.refuse(ends[this.stage === 'TCP' && socket.bytesRead > 0 ? 'HTTP' : this.stage]);
        this.onGone();
      });
    });
  }

  refuse(refusal: Refusal): boolean {
    return this.attempt.refuse(refusal, refusal.at === 'TLS' ? this.hello : undefined);
  }

  /** Ends a connection that is no link yet; a link is left alone. */
  abandon(reason: string): void {
    if (this.refuse({ at: ends[this.stage].at, by: 'us', reason })) this.socket.destroy();
  }

  /** An error of the TCP or TLS socket. After TLS was done, an alert still belongs to TLS (1.3 judges our certificate late). */
  failed(error: unknown): void {
    const late = this.stage === 'HTTP' && !isAlert(error);
    if (this.stage === 'TCP' || late)
      this.refuse({ at: ends[this.stage].at, by: tlsEndedBy(error), reason: failureReason(error) });
    else this.refuse({ at: 'TLS', by: tlsEndedBy(error), reason: failureReason(error) });
  }

  /** Reads the ClientHello off the raw socket, puts every byte back and then calls `next`. */
  readHello(next: () => void): void {
    const { socket } = this;
    let bytes: Buffer = Buffer.alloc(0);
    const read = (chunk: Buffer): void => {
      bytes = Buffer.concat([bytes, chunk]);
      this.stage = 'TLS';
      const reading = readClientHello(bytes);
      if (reading.kind === 'incomplete' && bytes.length < longestHello) return;
      if (reading.kind === 'hello') this.hello = reading.facts;
      socket.off('data', read);
      socket.pause();
      socket.unshift(bytes);
      next();
    };
    socket.on('data', read);
  }
}
