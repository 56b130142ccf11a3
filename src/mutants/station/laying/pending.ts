import type { Defect } from '../types.ts';

/** A defect that shows only while the boot is Pending: from that answer of the CSMS to the next BootNotificationRequest. */
export function onlyPending(defect: (pending: () => boolean) => Defect): Defect {
  return (parts) => {
    let pending = false;
    return defect(() => pending)({
      ...parts,
      boot: {
        ...parts.boot,
        retryAfter: (status, interval) => {
          pending = status === 'Pending';
          return parts.boot.retryAfter(status, interval);
        },
      },
      outgoing: (action, request) => {
        if (action === 'BootNotification') pending = false;
        return parts.outgoing(action, request);
      },
    });
  };
}
