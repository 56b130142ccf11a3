import type { SendLocalListRequest } from '../ocpp/generated/messages/SendLocalListRequest.ts';
import type { IdTokenInfo } from './authorization.ts';
import type { Core } from './core.ts';
import type { Handlers } from './parts.ts';
import { flagSetting } from './settings.ts';
import type { IdToken } from './transactions/session.ts';

/** Local Authorization List (functional block D). */
export interface LocalList {
  readonly handlers: Handlers;
  find(token: IdToken): IdTokenInfo | undefined;
}

type Row = NonNullable<SendLocalListRequest['localAuthorizationList']>[number];
interface Stored {
  readonly version: number;
  readonly rows: readonly Row[];
}

const key = 'local authorization list';
const empty: Stored = { version: 0, rows: [] };
const nameOf = (token: IdToken) => `${token.type} ${token.idToken.toLowerCase()}`;

export function createLocalList(core: Core): LocalList {
  const load = () => core.store.get<Stored>(key) ?? empty;
  const enabled = () => core.features.localAuthList && flagSetting(core, 'LocalAuthListCtrlr', 'Enabled', true);

  function save(stored: Stored): void {
    core.store.set(key, stored);
    core.setVariable('LocalAuthListCtrlr', 'Entries', String(stored.rows.length));
  }

  /** D01.FR.09-FR.11: a row without idTokenInfo removes the token. */
  function merged(before: readonly Row[], update: readonly Row[]): readonly Row[] {
    const rows = new Map(before.map((row) => [nameOf(row.idToken), row]));
    for (const row of update) {
      if (row.idTokenInfo === undefined) rows.delete(nameOf(row.idToken));
      else rows.set(nameOf(row.idToken), row);
    }
    return [...rows.values()];
  }

  const handlers: Handlers = {
    GetLocalListVersion: () => ({ versionNumber: enabled() ? load().version : 0 }),
    SendLocalList: ({ versionNumber, updateType, localAuthorizationList = [] }) => {
      if (!enabled()) return { status: 'Failed', statusInfo: { reasonCode: 'NotEnabled' } };
      const names = localAuthorizationList.map(({ idToken }) => nameOf(idToken));
      if (versionNumber <= 0 || new Set(names).size < names.length)
        return { status: 'Failed', statusInfo: { reasonCode: 'InvalidValue' } };
      if (updateType === 'Full') {
        save({ version: versionNumber, rows: localAuthorizationList });
        return { status: 'Accepted' };
      }
      if (versionNumber <= load().version) return { status: 'VersionMismatch' };
      save({ version: versionNumber, rows: merged(load().rows, localAuthorizationList) });
      return { status: 'Accepted' };
    },
  };

  return {
    handlers: core.features.localAuthList ? handlers : {},
    find(token) {
      if (!enabled()) return undefined;
      const info = load().rows.find((row) => nameOf(row.idToken) === nameOf(token))?.idTokenInfo;
      const expires = info?.cacheExpiryDateTime;
      const checked = flagSetting(core, 'LocalAuthListCtrlr', 'SupportsExpiryDateTime');
      if (checked && expires !== undefined && Date.parse(expires) <= core.clock.now()) return undefined; // C14.FR.05
      return info;
    },
  };
}
