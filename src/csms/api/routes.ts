import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ClockSetting } from '../../clock/index.ts';
import type { Csms } from '../csms.ts';
import type { LogEntry } from '../frame-log.ts';
import { OrderError, type OrderFault } from '../order-error.ts';
import { orderKeys } from '../orders/keys.ts';
import { readClockSetting } from './clock-setting.ts';
import { configure } from './configure.ts';
import { type Order, readOrder } from './intent.ts';
import { page } from './page.ts';
import { snapshot, summary } from './snapshot.ts';
import { view } from './view.ts';

export interface ApiOptions {
  readonly csms: Csms;
  readonly adjustClock: (setting: ClockSetting) => void;
}

/** What POST /operator/orders answers with status 200. */
export interface OrderReply {
  readonly outcome: 'accepted' | 'unavailable';
  readonly reason?: string;
  readonly shown?: string;
}

const statuses = { words: 400, state: 409, unavailable: 501 } as const satisfies Record<OrderFault, number>;

async function jsonBody(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    throw new OrderError('words', `${context.req.method} ${context.req.path}: the body is no JSON`);
  }
}

async function carryOut(csms: Csms, { station, intent }: Order): Promise<OrderReply> {
  const record = csms.station(station);
  if (intent.kind === 'send') await csms.order(station, intent.action, intent.words);
  else if (intent.kind === 'configure') configure(csms, record, intent.settings);
  else if (intent.kind === 'restart') await csms.restart();
  else if (intent.kind === 'view') {
    // Nothing of that name is shown as nothing: the operator looked, and saw an empty place.
    return { outcome: 'accepted', shown: view(record, intent.what) ?? '' };
  }
  return { outcome: 'accepted' };
}

/**
 * The operator API: POST /operator/orders, GET /operator/stations, GET /operator/stations/:id, GET /operator/messages (words by
 * message), GET /operator/log (server-sent events), PUT /clock, and the page at /. A bad order is 400, one that cannot be done
 * now 409, both `{ "error": one line }`.
 */
export function operatorRoutes({ csms, adjustClock }: ApiOptions): Hono {
  const app = new Hono();
  app.onError((error, context) => {
    if (error instanceof OrderError) return context.json({ error: error.message }, statuses[error.fault]);
    return context.json({ error: error.message }, 500);
  });
  app.notFound((context) =>
    context.json({ error: `${context.req.method} ${context.req.path} is no route of this API` }, 404),
  );
  app.get('/', (context) => context.html(page));
  app.get('/operator/messages', (context) => context.json(orderKeys));
  app.get('/operator/stations', (context) => context.json(csms.stations.map((record) => summary(csms, record))));
  app.get('/operator/stations/:id', (context) => {
    const identity = context.req.param('id');
    const record = csms.stations.find((one) => one.identity === identity);
    if (record === undefined) return context.json({ error: `no station "${identity}" is known` }, 404);
    return context.json(snapshot(csms, record));
  });
  app.post('/operator/orders', async (context) =>
    context.json(await carryOut(csms, readOrder(await jsonBody(context)))),
  );
  app.put('/clock', async (context) => {
    adjustClock(readClockSetting(await jsonBody(context)));
    return context.json({ now: csms.now() });
  });
  app.get('/operator/log', (context) => streamSSE(context, (stream) => follow(csms, stream)));
  return app;
}

/** Past entries, then every new one, until the reader goes. */
async function follow(csms: Csms, stream: Parameters<Parameters<typeof streamSSE>[1]>[0]): Promise<void> {
  const write = (entry: LogEntry) => stream.writeSSE({ id: String(entry.sequence), data: JSON.stringify(entry) });
  let last = Promise.all(csms.log.entries.map(write)).then(() => {});
  await new Promise<void>((gone) => {
    const end = csms.log.subscribe((entry) => {
      last = last.then(() => write(entry));
    });
    stream.onAbort(() => {
      end();
      gone();
    });
  });
  await last;
}
