import type { CsmsHandler } from '../../../csms/parts.ts';
import { type Action, fits, type Requests, type Responses } from '../../../ocpp/index.ts';
import type { Defect } from '../types.ts';

/** Does what a station asks and says something else. A CALLERROR stays as it is. */
export function changingAnswer<A extends Action>(
  action: A,
  change: (response: Responses[A], request: Requests[A]) => Responses[A],
): Defect {
  return (parts) => {
    const honest: CsmsHandler<A> | undefined = parts.handlers[action];
    if (honest === undefined) return parts;
    const handler: CsmsHandler<A> = async (request, line) => {
      const answer = await honest(request, line);
      return fits(action, 'Response', answer) ? change(answer, request) : answer;
    };
    return { ...parts, handlers: { ...parts.handlers, [action]: handler } };
  };
}
