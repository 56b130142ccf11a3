import type { Requests } from '../../ocpp/index.ts';
import type { Composer, OrderContext } from './context.ts';
import { portions, readToken } from './read.ts';

type AuthorizationData = NonNullable<Requests['SendLocalList']['localAuthorizationList']>[number];

export const clearCache: Composer<'ClearCache'> = () => [{}];
export const getLocalListVersion: Composer<'GetLocalListVersion'> = () => [{}];

/** Everything this CSMS would put on a station's list; group and status as provisioned. */
function entry(context: OrderContext, text: string): AuthorizationData {
  const idToken = readToken(context, text);
  return { idToken, idTokenInfo: context.tokens.info(idToken) };
}

/** The requests that bring a list over: the first of the given type, the rest differential (D01.FR.11), versions rising (FR.18, FR.19). */
export function listUpdate(
  { record }: OrderContext,
  updateType: 'Full' | 'Differential',
  list: readonly AuthorizationData[],
): Requests['SendLocalList'][] {
  const cut = portions(
    list,
    record.limit('LocalAuthListCtrlr.ItemsPerMessage'),
    record.limit('LocalAuthListCtrlr.BytesPerMessage'),
  );
  const version = () => {
    record.localListVersion += 1;
    return record.localListVersion;
  };
  if (cut.length === 0) return [{ versionNumber: version(), updateType }];
  return cut.map((localAuthorizationList, index) => ({
    versionNumber: version(),
    updateType: index === 0 ? updateType : 'Differential',
    localAuthorizationList,
  }));
}

/** The whole list as provisioned. */
export function fullList(context: OrderContext): Requests['SendLocalList'][] {
  return listUpdate(
    context,
    'Full',
    context.tokens.all().map(({ idToken }) => entry(context, idToken)),
  );
}

/** D01; without tokens a Full update brings all provisioned ones; an entry without idTokenInfo removes (D01.FR.17). */
export const sendLocalList: Composer<'SendLocalList'> = (context, words) => {
  const updateType = words.oneOf('update', ['Full', 'Differential']) ?? 'Full';
  const added = words.all('add').map((text) => entry(context, text));
  const removed = words.all('remove').map((text) => readToken(context, text));
  if (updateType === 'Differential')
    return listUpdate(context, 'Differential', [...added, ...removed.map((idToken) => ({ idToken }))]);
  const wanted = added.length > 0 ? added : context.tokens.all().map(({ idToken }) => entry(context, idToken));
  return listUpdate(
    context,
    'Full',
    wanted.filter(({ idToken }) => !removed.some((one) => one.idToken === idToken.idToken)),
  );
};
