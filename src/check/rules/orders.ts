import { printVariable } from '../language/index.ts';
import type { Observation } from '../types.ts';
import { type CellRule, need, partOf, type RuleContext, records } from './context.ts';

type Fields = Readonly<Record<string, unknown>>;
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const count = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** `Component@evse,connector.Variable[instance]`, as an operator's order names it. */
function spoken({ component, variable, attributeType }: Fields): string {
  const { name, evse } = partOf(component);
  const { name: of, instance } = partOf(variable);
  const [id, connectorId, which] = [count(partOf(evse)['id']), count(partOf(evse)['connectorId']), text(instance)];
  const whole = printVariable({
    component: String(name),
    variable: String(of),
    ...(id === undefined ? {} : { evse: id }),
    ...(connectorId === undefined ? {} : { connector: connectorId }),
    ...(which === undefined ? {} : { instance: which }),
  });
  return attributeType === undefined || attributeType === 'Actual' ? whole : `${whole}/${String(attributeType)}`;
}

/** Messages of one name from an order on, up to the one that is judged. */
function since(name: string, sequence: number, { observations = [], observation }: RuleContext): Observation[] {
  const upTo = observation?.index ?? Number.POSITIVE_INFINITY;
  return observations.filter((each) => each.name === name && each.sequence > sequence && each.index <= upTo);
}

/**
 * B06.FR.05: what the operator wanted to read may be asked for in several requests; together they name each variable once, and no
 * other. The last order for GetVariables counts.
 */
export const allVariablesAskedForOnce: CellRule = (_value, context) => {
  const order = need(context.orders, 'orders').findLast(({ action }) => action === 'GetVariables');
  if (order === undefined) return 'B06.FR.05: nobody ordered a GetVariablesRequest';
  const wanted = order.words.filter(([key]) => key === 'variable').map(([, word]) => word);
  const asked = since('GetVariablesRequest', order.sequence, context).flatMap(({ fields }) =>
    records(fields['getVariableData']).map(spoken),
  );
  const twice = asked.filter((each, index) => asked.indexOf(each) !== index);
  if (twice.length > 0) return `B06.FR.05: asked for more than once: ${twice.join(', ')}`;
  const strange = asked.filter((each) => !wanted.includes(each));
  if (strange.length > 0) return `B06.FR.05: asked for though nobody wanted it: ${strange.join(', ')}`;
  const missing = wanted.filter((each) => !asked.includes(each));
  const last = isLast('GetVariablesRequest', context);
  return last && missing.length > 0 ? `B06.FR.05: not asked for: ${missing.join(', ')}` : undefined;
};

/** No message of that name came later, and none is waited for. */
function isLast(name: string, { observations = [], observation, more }: RuleContext): boolean {
  if (more === true) return false;
  return !observations.some((each) => each.name === name && each.index > (observation?.index ?? -1));
}

/** What a SendLocalListRequest says of a token: known, unknown, or nothing (D01, SendLocalListRequest). */
function said({ fields }: Observation, idToken: string): 'known' | 'unknown' | undefined {
  const entry = records(fields['localAuthorizationList']).find(
    (each) => String(partOf(each['idToken'])['idToken']).toLowerCase() === idToken.toLowerCase(),
  );
  if (fields['updateType'] === 'Full') return entry === undefined ? 'unknown' : 'known';
  if (entry === undefined) return undefined;
  return entry['idTokenInfo'] === undefined ? 'unknown' : 'known';
}

/**
 * D01, N10.FR.02: after the last SendLocalListRequest the Local Authorization List of the station no longer holds the token: a full
 * list without it, or a differential update that names it without idTokenInfo. It counts as known before.
 */
export const listForgets =
  (fixture: string): CellRule =>
  (_value, context) => {
    const { idToken } = need(context.token, 'token')(fixture);
    const updates = since('SendLocalListRequest', 0, context);
    const state = updates.reduce((so, update) => said(update, idToken) ?? so, 'known');
    if (state === 'unknown' || !isLast('SendLocalListRequest', context)) return undefined;
    return `N10.FR.02: the list still holds <${fixture}> after ${updates.length} SendLocalListRequest(s)`;
  };
