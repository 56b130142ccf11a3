import type { AuthorizeResponse } from '../ocpp/generated/messages/AuthorizeResponse.ts';
import { fits } from '../ocpp/index.ts';
import { createAuthorizationCache } from './authorization-cache.ts';
import type { Core } from './core.ts';
import type { Handlers } from './parts.ts';
import { flagSetting } from './settings.ts';
import type { IdToken } from './transactions/session.ts';

export type IdTokenInfo = AuthorizeResponse['idTokenInfo'];
export interface Decision {
  readonly accepted: boolean;
  /** AuthorizationStatusEnumType, or why the station decided by itself. */
  readonly status: string;
  readonly groupIdToken?: string;
}

/** Is a token good here (functional block C)? */
export interface Authorizer {
  readonly handlers: Handlers;
  /** Asks whom it has to ask: local list, cache, CSMS. */
  decide(token: IdToken, evseId: number): Promise<Decision>;
  /** Known to the station without asking anybody, and accepted. */
  known(token: IdToken): Decision | undefined;
  /** The CSMS told something about a token (C10.FR.04, FR.05). */
  learn(token: IdToken, info: IdTokenInfo): void;
  isMasterPass(groupIdToken: string | undefined): boolean;
}

const accepted = (status: string, groupIdToken?: string): Decision => ({
  accepted: true,
  status,
  ...(groupIdToken === undefined ? {} : { groupIdToken }),
});
const refused = (status: string): Decision => ({ accepted: false, status });
/** Types that nobody can check by Authorize (C02.FR.01, C03.FR.01, C05.FR.01). */
const unchecked: ReadonlySet<string> = new Set(['NoAuthorization', 'Central']);

export function createAuthorizer(core: Core): Authorizer {
  const cache = createAuthorizationCache(core);

  const stored = (token: IdToken) => core.localList.find(token) ?? cache.find(token);

  function known(token: IdToken): Decision | undefined {
    const info = stored(token);
    if (info === undefined || !core.parts.authorization.accepted(info.status)) return undefined;
    return accepted(info.status, info.groupIdToken?.idToken);
  }

  /** C13, C15: nobody to ask. */
  function decideOffline(token: IdToken): Decision {
    const info = stored(token);
    const local = known(token);
    if (local !== undefined && flagSetting(core, 'AuthCtrlr', 'LocalAuthorizeOffline', true)) return local;
    if (info === undefined && flagSetting(core, 'AuthCtrlr', 'OfflineTxForUnknownIdEnabled'))
      return accepted('Accepted');
    return refused(info?.status ?? 'offline');
  }

  function judge(token: IdToken, evseId: number, info: IdTokenInfo): Decision {
    learn(token, info);
    if (!core.parts.authorization.accepted(info.status)) return refused(info.status);
    if (info.evseId !== undefined && info.evseId.length > 0 && !info.evseId.includes(evseId))
      return refused('NotAtThisLocation'); // C01.FR.21
    return accepted(info.status, info.groupIdToken?.idToken);
  }

  async function ask(token: IdToken, evseId: number): Promise<Decision> {
    const outcome = await core.sendNow('Authorize', { idToken: token });
    if (outcome.kind === 'closed' || outcome.kind === 'timeout') return decideOffline(token);
    if (outcome.kind !== 'result' || !fits('Authorize', 'Response', outcome.payload)) return refused('Unknown');
    return judge(token, evseId, outcome.payload.idTokenInfo);
  }

  function learn(token: IdToken, info: IdTokenInfo): void {
    if (!unchecked.has(token.type)) cache.put(token, info);
  }

  return {
    known,
    learn,
    isMasterPass(groupIdToken) {
      const master = core.variable('AuthCtrlr', 'MasterPassGroupId');
      return master !== undefined && master !== '' && groupIdToken === master;
    },
    async decide(token, evseId) {
      if (!flagSetting(core, 'AuthCtrlr', 'Enabled', true) || unchecked.has(token.type)) return accepted('Accepted');
      if (!core.online) return decideOffline(token);
      const local = known(token);
      if (local !== undefined && flagSetting(core, 'AuthCtrlr', 'LocalPreAuthorize')) return local;
      const mute = flagSetting(core, 'AuthCtrlr', 'DisableRemoteAuthorization');
      if (mute) return local ?? refused('Unknown');
      const listed = core.localList.find(token);
      const entry = listed ?? cache.find(token);
      const block = listed === undefined ? 'AuthCacheCtrlr' : 'LocalAuthListCtrlr';
      if (entry !== undefined && local === undefined && flagSetting(core, block, 'DisablePostAuthorize'))
        return refused(entry.status);
      return ask(token, evseId);
    },
    handlers: {
      ...(core.features.authCache
        ? {
            ClearCache: () => {
              if (!flagSetting(core, 'AuthCacheCtrlr', 'Enabled', true))
                return { status: 'Rejected' as const, statusInfo: { reasonCode: 'NotEnabled' } };
              cache.clear();
              return { status: 'Accepted' as const };
            },
          }
        : {}),
    },
  };
}
