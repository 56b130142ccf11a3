import type { TimelineEvent } from '../../timeline/events.ts';
import { type AskedId, AskedIds } from './asked-ids.ts';
import { nothing, type Sighting, type Watch } from './types.ts';

/** One status notification. */
export interface StatusNotice {
  readonly status: string;
  readonly requestId: number | undefined;
  readonly sequence: number;
}

/** What was told under one requestId, since it was asked for. */
export interface Progress {
  readonly asked: AskedId;
  /** In the order of sending, repetitions included. */
  readonly told: readonly StatusNotice[];
}

/** A notification whose statuses follow a request of the CSMS: which text says what. */
export interface NoticeRules {
  readonly action: string;
  readonly notification: string;
  /** Says that Idle is only used when triggered. */
  readonly idle: string;
  /** Says when the requestId may be left out; true: this notice breaks it. `triggered`: a TriggerMessage asked for one. */
  readonly id: string;
  readonly lacksId: (notice: StatusNotice, triggered: boolean) => boolean;
  /** Says that the requestId is that of the request. */
  readonly echo: string;
  /** The next status of a request that was made in this stream. */
  readonly next: (notice: StatusNotice, progress: Progress) => readonly Sighting[];
}

const about = ({ status, requestId }: StatusNotice) => `${status} for requestId ${requestId ?? 'none'}`;

function noticeOf(event: TimelineEvent, action: string): StatusNotice | undefined {
  if (event.type !== 'frame' || event.frame.kind !== 'call' || event.frame.action !== action) return undefined;
  const { status, requestId } = event.frame.payload;
  if (typeof status !== 'string') return undefined;
  return { status, requestId: typeof requestId === 'number' ? requestId : undefined, sequence: event.sequence };
}

/** Watches the notifications of one kind against their requests. */
export function watchNotices(rules: NoticeRules): Watch {
  const asked = new AskedIds(rules.action, rules.notification);
  const progress = new Map<AskedId, StatusNotice[]>();
  const strange: StatusNotice[] = [];
  const told = new Set<number>();
  const name = rules.notification;

  function judge(notice: StatusNotice): readonly Sighting[] {
    const { status, requestId, sequence } = notice;
    const common = { actual: about(notice), events: [sequence] };
    if (status === 'Idle') {
      if (asked.triggered || !asked.spoken) return nothing;
      return [{ ...common, requirement: rules.idle, message: `${name} says Idle and no TriggerMessage asked for it` }];
    }
    if (requestId === undefined) {
      if (!rules.lacksId(notice, asked.triggered)) return nothing;
      return [{ ...common, requirement: rules.id, message: `${name} ${status} without requestId` }];
    }
    told.add(requestId);
    const request = asked.of(requestId);
    if (request === undefined) strange.push(notice);
    if (request === undefined || request.interrupted) return nothing;
    const before = progress.get(request) ?? [];
    progress.set(request, before);
    const found = rules.next(notice, { asked: request, told: before });
    before.push(notice);
    return found;
  }

  return {
    see(event) {
      const notice = noticeOf(event, rules.notification);
      asked.see(event);
      return notice === undefined ? nothing : judge(notice);
    },
    end() {
      const notice = strange.find(({ sequence }) => asked.untold(told, sequence) !== undefined);
      const lost = notice === undefined ? undefined : asked.untold(told, notice.sequence);
      if (notice === undefined || lost === undefined) return nothing;
      return [
        {
          requirement: rules.echo,
          message: `${name} has another requestId than the request`,
          expected: `requestId ${lost.requestId}`,
          actual: about(notice),
          events: [notice.sequence],
        },
      ];
    },
  };
}
