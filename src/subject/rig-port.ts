import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Clock, ClockSetting } from '../clock/index.ts';
import {
  type RigAct,
  type RigEvent,
  RigFormatError,
  type RigModel,
  type RigOutcome,
  readAct,
  readClockSetting,
} from '../rig/model/index.ts';
import { octtActs } from './octt-sut-api.ts';

export interface RigPortOptions {
  readonly model: Pick<RigModel, 'description' | 'perform' | 'read' | 'subscribe'>;
  readonly host?: string;
  /** 0 = any free one. */
  readonly port?: number;
  readonly clock: Clock;
  readonly onClock: (setting: ClockSetting) => void;
}
export interface RigPort {
  readonly url: string;
  close(): Promise<void>;
}

const longestBody = 64 * 1024;
const keptEvents = 20_000;

class BadRequest extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    body += chunk;
    if (body.length > longestBody) throw new BadRequest(413, `the body is longer than ${longestBody} characters`);
  }
  return body;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = typeof body === 'string' ? `${body}\n` : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
}

/** All events so far (the last 20 000), and the streams that follow them. */
class EventLog {
  readonly #kept: RigEvent[] = [];
  readonly #streams = new Set<ServerResponse>();
  lastSequence = 0;

  add(event: RigEvent): void {
    this.#kept.push(event);
    if (this.#kept.length > keptEvents) this.#kept.shift();
    this.lastSequence = event.sequence;
    for (const stream of this.#streams) stream.write(`${JSON.stringify(event)}\n`);
  }

  /** Newline-delimited JSON: events after `since` (header `rig-sequence` repeats it), then every new one. Without `since`: new ones only. */
  stream(since: string | null, response: ServerResponse): void {
    const after = since === null ? this.lastSequence : Number(since);
    if (!Number.isInteger(after) || after < 0)
      throw new BadRequest(400, `since=${since}: a whole number from 0 is needed`);
    const oldest = this.#kept[0]?.sequence ?? this.lastSequence + 1;
    if (after < oldest - 1)
      throw new BadRequest(410, `since=${since}: events before ${oldest} are no longer kept; ask from ${oldest - 1}`);
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'rig-sequence': String(after) });
    response.flushHeaders();
    for (const event of this.#kept) if (event.sequence > after) response.write(`${JSON.stringify(event)}\n`);
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
  }
  end(): void {
    for (const stream of this.#streams) stream.end();
  }
}

/**
 * The rig protocol on HTTP (docs: DESIGN.md section 6), with the OCTT SUT API beside it.
 * GET /rig/description | /rig | /rig/events?since=N | /clock, POST /rig/acts, PUT /clock; POST /plugin, /plugout, /end, /state,
 * /authorize. A request that cannot be understood is answered 400 and one line.
 */
export async function startRigPort(options: RigPortOptions): Promise<RigPort> {
  const { model, clock, onClock, host = '127.0.0.1', port = 0 } = options;
  const log = new EventLog();
  const unsubscribe = model.subscribe((event) => log.add(event));
  const time = () => ({ now: clock.now(), wallNow: clock.wallNow() });

  function octt(query: URLSearchParams, path: string, response: ServerResponse): void {
    const acts = octtActs(path, query, model.read());
    if (typeof acts === 'string') throw new BadRequest(400, acts);
    const outcomes = acts.map((act: RigAct): RigOutcome => model.perform(act));
    const said = outcomes.map(({ outcome, reason }) => (reason === undefined ? outcome : `${outcome}: ${reason}`));
    const failed = outcomes.some(({ outcome }) => outcome !== 'done' && outcome !== 'no-effect');
    answer(response, failed ? 409 : 200, said.join('; ') || 'no action taken: no EV is plugged in');
  }

  type Route = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => Promise<void> | void;
  const routes: Readonly<Record<string, Route>> = {
    'GET /rig/description': (_request, response) => answer(response, 200, model.description),
    'GET /rig': (_request, response) => answer(response, 200, model.read()),
    'GET /rig/events': (_request, response, query) => log.stream(query.get('since'), response),
    'GET /clock': (_request, response) => answer(response, 200, time()),
    'POST /rig/acts': async (request, response) => {
      const act = readAct(await bodyOf(request));
      answer(response, 200, { ...model.perform(act), sequence: log.lastSequence });
    },
    'PUT /clock': async (request, response) => {
      onClock(readClockSetting(await bodyOf(request)));
      answer(response, 200, time());
    },
    'POST /plugin': (_request, response, query) => octt(query, '/plugin', response),
    'POST /plugout': (_request, response, query) => octt(query, '/plugout', response),
    'POST /end': (_request, response, query) => octt(query, '/end', response),
    'POST /state': (_request, response, query) => octt(query, '/state', response),
    'POST /authorize': (_request, response, query) => octt(query, '/authorize', response),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://rig');
    const asked = `${request.method} ${pathname}`;
    try {
      const route = routes[asked];
      if (route === undefined) throw new BadRequest(404, `the rig protocol has ${Object.keys(routes).join(', ')}`);
      await route(request, response, searchParams);
    } catch (error) {
      const status = error instanceof BadRequest ? error.status : error instanceof RigFormatError ? 400 : 500;
      const why = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.destroy();
      else answer(response, status, `${asked}: ${why}`);
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new Error(`the rig port cannot listen on ${host}:${port}: ${error.message}`)),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        unsubscribe();
        log.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
