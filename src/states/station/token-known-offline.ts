import type { Situation, State } from '../types.ts';

/** On as far as the case has heard; unheard, by what the vendor declares (Part 5). */
const on =
  (name: string, declared: string) =>
  ({ variable, pics }: Situation) =>
    (variable(name) ?? String(pics(declared))) === 'true';
const list = on('LocalAuthListCtrlr.Enabled', 'LocalAuthList');
const cache = on('AuthCacheCtrlr.Enabled', 'C-49');

/**
 * Our own: the station will accept the token without asking, by its list, else by its cache. A station known to have neither is
 * left to OfflineTxForUnknownIdEnabled, which the case configures.
 */
export const tokenKnownOffline: State = {
  name: 'TokenKnownOffline',
  kind: 'own',
  inputs: ['idToken', 'stopped by'],
  before: [
    { state: 'IdTokenLocalAuthList', when: list },
    { state: 'IdTokenCached', when: (situation) => cache(situation) && !list(situation) },
  ],
  stages: [],
};
