import { Agent } from 'node:http';
import type { Clock } from '../../clock/index.ts';
import type { Rig, RigAct, RigDescription, RigOutcome } from '../model/types.ts';
import { Books } from './books.ts';
import { exchange } from './exchange.ts';

export interface OcttRigOptions {
  /** Of the server that speaks the OCTT SUT API, such as http://192.168.1.20:8000/. */
  readonly baseUrl: string;
  /** What the hardware is; this API cannot tell. `measures` is taken as []. */
  readonly description: RigDescription;
  readonly clock: Clock;
}

type Call = readonly [path: string, parameters: Readonly<Record<string, string | number | undefined>>];

/** The call that means this act; undefined when the API has none. */
function callFor(act: RigAct): Call | undefined {
  switch (act.act) {
    case 'plug':
      if (act.half || act.end !== undefined) return undefined;
      return ['plugin', { evse_id: act.evse, connector_id: act.connector }];
    case 'unplug':
      if (act.end !== undefined) return undefined;
      return ['plugout', { evse_id: act.evse, connector_id: act.connector }];
    case 'charging':
      if (act.change === 'end') return ['end', { evse_id: act.evse }];
      return ['state', { evse_id: act.evse, ready: String(act.change === 'resume') }];
    case 'present':
      return ['authorize', { evse_id: act.evse, id: act.token.idToken, type: act.token.type }];
    default:
      return undefined;
  }
}

/**
 * A rig behind the OCTT SUT API: POST plugin, plugout, end, state, authorize. Everything else is impossible there. A refusal
 * (any status but 2xx) is `not-done` with what the rig said; no answer at all rejects with `RigUnreachable`.
 */
export function octtRig({ baseUrl, description, clock }: OcttRigOptions): Rig {
  const agent = new Agent({ keepAlive: true });
  const books = new Books(description, () => clock.now());
  const base = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);

  async function done(act: RigAct): Promise<RigOutcome> {
    const call = callFor(act);
    if (call === undefined)
      return { outcome: 'impossible', reason: `the OCTT SUT API has no call for this (${act.act})` };
    const [path, parameters] = call;
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const { ok, status, text } = await exchange(agent, 'POST', url);
    if (ok) return { outcome: 'done' };
    return { outcome: 'not-done', reason: `the rig answered /${path} with ${status}: ${text.split('\n')[0]}` };
  }

  return {
    describe: async () => ({ ...description, measures: [] }),
    perform: async (act) => books.note(act, await done(act)),
    read: async () => books.read(),
    subscribe: (listener) => books.subscribe(listener),
    close: async () => agent.destroy(),
  };
}
