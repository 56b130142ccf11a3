import type { RigAct, RigReading } from '../rig/model/index.ts';

/** A whole number from 1, undefined when the parameter is missing; otherwise the line that says what is wrong. */
function ordinal(query: URLSearchParams, name: string): number | undefined | string {
  const text = query.get(name);
  if (text === null) return undefined;
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 ? value : `${name}=${text}: a whole number from 1 is needed`;
}

/**
 * The acts that one call of the OCTT SUT API means; a string says what is wrong with the call. The API is POST with query
 * parameters: evse_id and connector_id, ready=true|false for /state, id and type for /authorize. /end and /state without
 * evse_id mean every EVSE that has an EV; the others mean EVSE 1.
 */
export function octtActs(path: string, query: URLSearchParams, reading: RigReading): readonly RigAct[] | string {
  const evse = ordinal(query, 'evse_id');
  const connector = ordinal(query, 'connector_id');
  if (typeof evse === 'string') return evse;
  if (typeof connector === 'string') return connector;
  const there = { evse: evse ?? 1, ...(connector === undefined ? {} : { connector }) };
  const withEv =
    evse === undefined ? reading.evses.filter(({ evState }) => evState !== 'absent').map(({ id }) => id) : [evse];
  switch (path) {
    case '/plugin':
      return [{ act: 'plug', ...there }];
    case '/plugout':
      return [{ act: 'unplug', ...there }];
    case '/end':
      return withEv.map((id) => ({ act: 'charging', evse: id, change: 'end' }));
    case '/state': {
      const ready = query.get('ready') ?? 'true';
      if (ready !== 'true' && ready !== 'false') return `ready=${ready}: true or false is needed`;
      return withEv.map((id) => ({ act: 'charging', evse: id, change: ready === 'true' ? 'resume' : 'suspend' }));
    }
    case '/authorize': {
      const [idToken, type] = [query.get('id'), query.get('type')];
      if (idToken === null || type === null) return 'the parameters id and type are needed';
      return [{ act: 'present', evse: there.evse, token: { idToken, type } }];
    }
    default:
      return `the OCTT SUT API has no ${path}`;
  }
}
