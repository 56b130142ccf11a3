import type { IdTokenInfo } from './authorization.ts';
import type { Core } from './core.ts';
import { flagSetting, numberSetting } from './settings.ts';
import type { IdToken } from './transactions/session.ts';

/** Authorization Cache (C10-C12): the latest word of the CSMS on every token. */
export interface AuthorizationCache {
  find(token: IdToken): IdTokenInfo | undefined;
  put(token: IdToken, info: IdTokenInfo): void;
  clear(): void;
}

interface Entry {
  readonly info: IdTokenInfo;
  readonly usedAt: number;
}

const key = 'authorization cache';
const mostEntries = 200;

export function createAuthorizationCache(core: Core): AuthorizationCache {
  const enabled = () => core.features.authCache && flagSetting(core, 'AuthCacheCtrlr', 'Enabled', true);
  const load = () => core.store.get<Record<string, Entry>>(key) ?? {};
  const nameOf = (token: IdToken) => `${token.type} ${token.idToken.toLowerCase()}`;

  /** C10.FR.08, FR.13: until cacheExpiryDateTime, else AuthCacheCtrlr.LifeTime since it was last used. */
  function expired({ info, usedAt }: Entry): boolean {
    const now = core.clock.now();
    if (info.cacheExpiryDateTime !== undefined) return Date.parse(info.cacheExpiryDateTime) <= now;
    const lifeTime = numberSetting(core, 'AuthCacheCtrlr', 'LifeTime', Number.POSITIVE_INFINITY);
    return usedAt + lifeTime * 1000 <= now;
  }

  /** C10.FR.07: first what is not accepted, then the oldest. */
  function shortened(entries: Record<string, Entry>): Record<string, Entry> {
    const sorted = Object.entries(entries).sort(
      ([, a], [, b]) =>
        Number(b.info.status === 'Accepted') - Number(a.info.status === 'Accepted') || b.usedAt - a.usedAt,
    );
    return Object.fromEntries(sorted.slice(0, mostEntries));
  }

  return {
    find(token) {
      const entry = load()[nameOf(token)];
      if (entry === undefined || !enabled()) return undefined;
      if (expired(entry)) {
        const { [nameOf(token)]: _, ...others } = load();
        core.store.set(key, others); // C10.FR.10
        return undefined;
      }
      core.store.set(key, { ...load(), [nameOf(token)]: { ...entry, usedAt: core.clock.now() } });
      return entry.info;
    },
    put(token, { personalMessage: _, ...info }) {
      if (enabled()) core.store.set(key, shortened({ ...load(), [nameOf(token)]: { info, usedAt: core.clock.now() } }));
    },
    clear: () => core.store.delete(key),
  };
}
