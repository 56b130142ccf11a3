import type { CsmsHandlers } from '../parts.ts';
import { defined } from '../payload.ts';
import type { HandlerContext } from './context.ts';

/** C01, C07. */
export function authorizeHandlers(context: HandlerContext): CsmsHandlers {
  return {
    Authorize: (request) => {
      const info = context.parts.authorization.decide(request.idToken);
      const contract = context.parts.authorization.contract(request, info.status);
      if (contract === undefined) return { idTokenInfo: info };
      return defined({
        idTokenInfo: { ...info, status: contract.status },
        certificateStatus: contract.certificateStatus,
      });
    },
  };
}
