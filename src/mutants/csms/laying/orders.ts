import type { CsmsParts } from '../../../csms/parts.ts';
import type { Requests } from '../../../ocpp/index.ts';
import type { Defect } from '../types.ts';

type Orders = CsmsParts['orders'];
type Context = Parameters<Orders['Reset']>[0];
type Words = Parameters<Orders['Reset']>[1];
type Compose<A extends keyof Orders> = (
  context: Context,
  words: Words,
) => readonly Requests[A][] | Promise<readonly Requests[A][]>;

/** What the CSMS composes for an order of the operator is changed before it is sent. */
export function changingOrder<A extends keyof Orders>(
  action: A,
  change: (request: Requests[A], context: Context) => Requests[A],
): Defect {
  return (parts) => {
    const honest: Compose<A> = parts.orders[action];
    const composer: Compose<A> = async (context, words) =>
      (await honest(context, words)).map((request) => change(request, context));
    return { ...parts, orders: { ...parts.orders, [action]: composer } };
  };
}
