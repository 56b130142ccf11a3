import { type Action, fits, type Requests } from '../ocpp/index.ts';
import type { CallOutcome } from '../transport/types.ts';
import type { Core } from './core.ts';
import { numberSetting } from './settings.ts';

/** Messages that must arrive, in order, over reboots and offline times (E04, E13, A04.FR.02). */
export interface DeliveryQueue {
  /** Resolves when it was delivered, given up, or the station went down. */
  add(request: unknown): Promise<CallOutcome>;
  /** Sends what waits, oldest first; called whenever the station may send again. */
  flush(): void;
  /** The link is gone: what waits is told as happened offline (E11.FR.07). */
  offline(): void;
  /** Timers and promises of this life are void; what waits stays stored. */
  halt(): void;
  readonly pending: readonly unknown[];
  /** Resolves when nothing waits any more, or what waits cannot be delivered now. */
  settled(): Promise<void>;
}

export interface QueueRules<A extends Action> {
  readonly action: A;
  /** How often a message is tried that the CSMS does not take; a lost link does not count. */
  readonly attempts: () => number;
  /** Seconds to wait after `failures` failures (E13.FR.03). */
  readonly wait: (failures: number) => number;
  readonly markOffline: (request: Requests[A]) => Requests[A];
  /** Which of the waiting messages, oldest first, goes next: its index. */
  readonly next: (waiting: number) => number;
}

interface Entry<A extends Action> {
  readonly messageId: string;
  readonly request: Requests[A];
  readonly failures: number;
}

export function createQueue<A extends Action>(core: Core, rules: QueueRules<A>): DeliveryQueue {
  const key = `queue ${rules.action}`;
  const settlers = new Map<string, (outcome: CallOutcome) => void>();
  let entries: readonly Entry<A>[] = core.store.get<Entry<A>[]>(key) ?? [];
  let busy = false;
  const waiters = new Set<() => void>();
  let cancelWait: (() => void) | undefined;

  function keep(next: readonly Entry<A>[]): void {
    entries = next;
    core.store.set(key, next);
  }
  function settle(entry: Entry<A>, outcome: CallOutcome): void {
    keep(entries.filter(({ messageId }) => messageId !== entry.messageId));
    settlers.get(entry.messageId)?.(outcome);
    settlers.delete(entry.messageId);
  }

  /** The CSMS did not take it: again later, or never. Later messages wait, so that order is kept. */
  function failed(entry: Entry<A>, outcome: CallOutcome): void {
    const failures = entry.failures + 1;
    if (failures >= rules.attempts()) {
      core.log(`${rules.action} given up after ${failures} attempts`);
      settle(entry, outcome);
      return;
    }
    keep(entries.map((one) => (one.messageId === entry.messageId ? { ...one, failures } : one)));
    cancelWait = core.clock.after(rules.wait(failures) * 1000, () => {
      cancelWait = undefined;
      void flush();
    });
  }

  async function flush(): Promise<void> {
    if (busy || cancelWait !== undefined) return;
    busy = true;
    const { life } = core;
    while (core.online && cancelWait === undefined) {
      const entry = entries[rules.next(entries.length)];
      if (entry === undefined) break;
      const outcome = await core.sendNow(rules.action, entry.request, { messageId: entry.messageId });
      if (life !== core.life) return;
      if (outcome.kind === 'closed') break;
      if (outcome.kind === 'result') settle(entry, outcome);
      else failed(entry, outcome);
    }
    busy = false;
    for (const done of waiters) done();
    waiters.clear();
  }

  return {
    add(request) {
      const messageId = core.parts.framing.messageId(rules.action);
      if (!fits(rules.action, 'Request', request)) {
        const errorDescription = `our ${rules.action}Request does not fit its schema`;
        core.log(`bug: ${errorDescription}`);
        return Promise.resolve({ kind: 'error', errorCode: 'InternalError', errorDescription, errorDetails: {} });
      }
      keep([...entries, { messageId, request, failures: 0 }]);
      const delivered = new Promise<CallOutcome>((resolve) => settlers.set(messageId, resolve));
      void flush();
      return delivered;
    },
    flush: () => void flush(),
    offline() {
      cancelWait?.();
      cancelWait = undefined;
      // Also what was sent and not answered (E11.FR.07).
      keep(entries.map((entry) => ({ ...entry, request: rules.markOffline(entry.request) })));
    },
    halt() {
      cancelWait?.();
      cancelWait = undefined;
      busy = false;
      for (const resolve of settlers.values()) resolve({ kind: 'closed' });
      settlers.clear();
      for (const done of waiters) done();
      waiters.clear();
    },
    settled: () => (busy ? new Promise((resolve) => waiters.add(resolve)) : Promise.resolve()),
    get pending() {
      return entries.map(({ request }) => request);
    },
  };
}

export const createTransactionQueue = (core: Core) =>
  createQueue(core, {
    action: 'TransactionEvent',
    attempts: () => numberSetting(core, 'OCPPCommCtrlr', 'MessageAttempts', 3, { instance: 'TransactionEvent' }),
    wait: (failures) =>
      failures * numberSetting(core, 'OCPPCommCtrlr', 'MessageAttemptInterval', 60, { instance: 'TransactionEvent' }),
    markOffline: (request) => ({ ...request, offline: true }),
    next: (waiting) => core.parts.transaction.nextToSend(waiting),
  });

const securityEventWaitSeconds = 60;

export const createSecurityQueue = (core: Core) =>
  createQueue(core, {
    action: 'SecurityEventNotification',
    attempts: () => Number.POSITIVE_INFINITY, // guaranteed delivery (A04.FR.02)
    wait: () => securityEventWaitSeconds,
    markOffline: (request) => request,
    next: () => 0,
  });
