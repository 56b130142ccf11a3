import type { CsmsHandlers } from '../parts.ts';
import type { HandlerContext } from './context.ts';

/** Messages that only tell: kept, and acknowledged with an empty answer (A04, L01, L03, N01). P01/P02: no vendor is known. */
export function noticeHandlers({ now }: HandlerContext): CsmsHandlers {
  return {
    DataTransfer: () => ({ status: 'UnknownVendorId' }),
    FirmwareStatusNotification: (request, { record }) => {
      record.note(now(), 'FirmwareStatusNotification', request);
      return {};
    },
    LogStatusNotification: (request, { record }) => {
      record.note(now(), 'LogStatusNotification', request);
      return {};
    },
    PublishFirmwareStatusNotification: (request, { record }) => {
      record.note(now(), 'PublishFirmwareStatusNotification', request);
      return {};
    },
    SecurityEventNotification: (request, { record }) => {
      record.note(now(), 'SecurityEventNotification', request);
      return {};
    },
  };
}
