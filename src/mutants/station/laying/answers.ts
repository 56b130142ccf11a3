import { type Action, fits, type Requests, type Responses } from '../../../ocpp/index.ts';
import type { Handler } from '../../../station/parts.ts';
import type { Answer } from '../../../transport/types.ts';
import type { Defect } from '../types.ts';

type Served<A extends Action> = Responses[A] | Answer;

/** Serves a request of the CSMS in another way. A station without that block stays as it is. */
export function serving<A extends Action>(
  action: A,
  serve: (request: Requests[A], honest: (request: Requests[A]) => Promise<Served<A>>) => Served<A> | Promise<Served<A>>,
): Defect {
  return (parts) => {
    const honest = parts.handlers[action];
    if (honest === undefined) return parts;
    const handler: Handler<A> = async (request) => serve(request, async (given) => honest(given));
    return { ...parts, handlers: { ...parts.handlers, [action]: handler } };
  };
}

/** Does what is asked and says something else. A CALLERROR stays as it is. */
export function changingAnswer<A extends Action>(
  action: A,
  change: (response: Responses[A], request: Requests[A]) => Responses[A],
): Defect {
  return serving(action, async (request, honest) => {
    const answer = await honest(request);
    return fits(action, 'Response', answer) ? change(answer, request) : answer;
  });
}
