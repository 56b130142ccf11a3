import type { TimelineEvent } from '../../timeline/events.ts';
import { EventNumbering, eventNumbering } from './event-numbering.ts';
import { sameJson } from './same-json.ts';
import { type Monitor, nothing, type Sighting } from './types.ts';

type Fields = Readonly<Record<string, unknown>>;

/** How a kind of report is asked for and numbered. */
interface Kind {
  readonly requests: readonly string[];
  /** Says that every part has the requestId of the request. */
  readonly echo: string;
  /** Says that seqNo counts from 0; left out: the report has none. */
  readonly numbering?: string;
  /** Says that tbc is false on the last part and only there. */
  readonly tbc: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  NotifyReport: {
    requests: ['GetBaseReport', 'GetReport'],
    echo: 'B07.FR.04',
    numbering: 'B07.FR.10',
    tbc: 'Part 2, 1.40.1 tbc',
  },
  NotifyMonitoringReport: {
    requests: ['GetMonitoringReport'],
    echo: 'N02.FR.04',
    numbering: 'N02.FR.09',
    tbc: 'Part 2, 1.39.1 tbc',
  },
  NotifyCustomerInformation: {
    requests: ['CustomerInformation'],
    echo: 'Part 2, 1.34.1 requestId',
    numbering: 'Part 2, 1.34.1 seqNo',
    tbc: 'Part 2, 1.34.1 tbc',
  },
  ReportChargingProfiles: { requests: ['GetChargingProfiles'], echo: 'K09.FR.01', tbc: 'K09.FR.02' },
  NotifyDisplayMessages: { requests: ['GetDisplayMessages'], echo: 'O03.FR.05', tbc: 'O03.FR.04' },
};

interface Part {
  readonly sequence: number;
  readonly messageId: string;
  readonly seqNo: number | undefined;
  readonly tbc: boolean;
  readonly payload: Fields;
}

/** All parts with one requestId, until the request is made anew. */
interface Chain {
  readonly report: string;
  readonly kind: Kind;
  readonly requestId: number;
  /** Timeline sequence number of the acceptance; undefined: not asked for in this stream, or not accepted. */
  accepted: number | undefined;
  readonly asked: boolean;
  readonly parts: Part[];
  /** The link was lost while it was under way. */
  interrupted: boolean;
}

const of = ({ report, requestId }: Chain) => `${report} with requestId ${requestId}`;

/** After a part that says it is the last one no other part follows. */
function afterLast(chain: Chain, part: Part): readonly Sighting[] {
  const last = chain.parts.at(-1);
  if (last === undefined || last.tbc) return nothing;
  const { kind, parts } = chain;
  if (kind.numbering !== undefined) {
    // A part that comes late.
    const seqNo = part.seqNo ?? 0;
    if (parts.some((each) => (each.seqNo ?? 0) > seqNo)) return nothing;
  }
  return [
    {
      requirement: kind.tbc,
      message: `a part of a ${chain.report} follows one whose tbc is false`,
      actual: of(chain),
      events: [last.sequence, part.sequence],
    },
  ];
}

/** seqNo from 0, each once, none missing; of a chain whose beginning is in the stream, and that nothing interrupted. */
function numbering(chain: Chain, settled: (part: Part) => boolean): readonly Sighting[] {
  const { kind, parts, report } = chain;
  if (kind.numbering === undefined || chain.interrupted) return nothing;
  const numbered = parts.filter(({ seqNo }) => seqNo !== undefined);
  const sorted = [...numbered].sort((a, b) => (a.seqNo ?? 0) - (b.seqNo ?? 0));
  const wrong = sorted.findIndex(({ seqNo }, index) => seqNo !== index);
  const part = sorted[wrong];
  if (part === undefined || !settled(part)) return nothing;
  return [
    {
      requirement: kind.numbering,
      message:
        wrong === 0 ? `the first part of a ${report} has not seqNo 0` : `seqNo of a ${report} does not count by 1`,
      expected: `seqNo ${wrong}`,
      actual: `seqNo ${part.seqNo ?? '?'} of ${of(chain)}`,
      events: [...new Set([sorted[wrong - 1]?.sequence ?? part.sequence, part.sequence])],
    },
  ];
}

/** The chains of one stream. */
class Chains {
  readonly #chains = new Map<string, Chain>();
  readonly #all: Chain[] = [];
  readonly #calls = new Map<string, readonly Chain[]>();
  readonly #answered = new Map<string, number>();
  #lastCall = 0;

  see(event: TimelineEvent): readonly Sighting[] {
    if (event.type === 'connection' && event.what === 'closed') for (const chain of this.#all) chain.interrupted = true;
    if (event.type !== 'frame') return nothing;
    const { frame, sender, sequence } = event;
    if (sender === 'CSMS') {
      if (frame.kind === 'call') this.#asked(frame.action, frame.messageId, frame.payload);
      else this.#answered.set(frame.messageId, sequence);
      return nothing;
    }
    if (frame.kind === 'result') this.#response(frame.messageId, frame.payload, sequence);
    if (frame.kind !== 'call') return nothing;
    this.#lastCall = sequence;
    const kind = kinds[frame.action];
    const { requestId, seqNo, tbc } = frame.payload;
    if (kind === undefined || typeof requestId !== 'number') return nothing;
    return this.#part(this.#chainOf(frame.action, kind, requestId, false), {
      sequence,
      messageId: frame.messageId,
      seqNo: typeof seqNo === 'number' ? seqNo : undefined,
      tbc: tbc === true,
      payload: frame.payload,
    });
  }

  #asked(action: string, messageId: string, { requestId }: Fields): void {
    if (typeof requestId !== 'number') return;
    const begun = Object.entries(kinds)
      .filter(([, { requests }]) => requests.includes(action))
      .map(([report, kind]) => {
        this.#chains.delete(`${report} ${requestId}`);
        return this.#chainOf(report, kind, requestId, true);
      });
    if (begun.length > 0) this.#calls.set(messageId, begun);
  }

  #response(messageId: string, { status }: Fields, sequence: number): void {
    for (const chain of this.#calls.get(messageId) ?? []) if (status === 'Accepted') chain.accepted = sequence;
  }

  #chainOf(report: string, kind: Kind, requestId: number, asked: boolean): Chain {
    const key = `${report} ${requestId}`;
    const known = this.#chains.get(key);
    if (known !== undefined) return known;
    const chain: Chain = { report, kind, requestId, accepted: undefined, asked, parts: [], interrupted: false };
    this.#chains.set(key, chain);
    this.#all.push(chain);
    return chain;
  }

  #part(chain: Chain, part: Part): readonly Sighting[] {
    if (chain.parts.some(({ payload }) => sameJson(payload, part.payload))) return nothing; // sent again
    const over = chain.parts.at(-1)?.tbc === false && chain.parts.some(({ seqNo }) => seqNo === 0);
    if (over && part.seqNo === 0) {
      this.#chains.delete(`${chain.report} ${chain.requestId}`);
      return this.#part(this.#chainOf(chain.report, chain.kind, chain.requestId, chain.asked), part);
    }
    const found = chain.asked ? afterLast(chain, part) : nothing;
    chain.parts.push(part);
    return found;
  }

  /** Answered, and the station has gone on. */
  readonly #settled = ({ messageId }: Part): boolean => {
    const answered = this.#answered.get(messageId);
    return answered !== undefined && this.#lastCall > answered;
  };

  /** A report that nobody asked for in this stream, begun after one was accepted that never came. */
  #strange({ report, asked, kind, parts, requestId }: Chain): readonly Sighting[] {
    const [first] = parts;
    if (asked || first === undefined) return nothing;
    const lost = this.#all.find(
      (chain) =>
        chain.report === report &&
        chain.parts.length === 0 &&
        !chain.interrupted &&
        (chain.accepted ?? Number.POSITIVE_INFINITY) < first.sequence,
    );
    if (lost === undefined) return nothing;
    return [
      {
        requirement: kind.echo,
        message: `a ${report} has another requestId than was asked for`,
        expected: `requestId ${lost.requestId}`,
        actual: `requestId ${requestId}`,
        events: [first.sequence],
      },
    ];
  }

  #unfinished(chain: Chain): readonly Sighting[] {
    const last = chain.parts.at(-1);
    if (last === undefined || chain.parts.some(({ tbc }) => !tbc)) return nothing;
    if (chain.interrupted || !chain.asked || !this.#settled(last)) return nothing;
    const message = `the last part of a ${chain.report} that was seen says that more follow`;
    return [{ requirement: chain.kind.tbc, level: 'SHOULD', message, actual: of(chain), events: [last.sequence] }];
  }

  end(): readonly Sighting[] {
    return this.#all.flatMap((chain) => [
      ...(chain.asked ? numbering(chain, this.#settled) : nothing),
      ...this.#strange(chain),
      ...this.#unfinished(chain),
    ]);
  }
}

/**
 * Reports in parts: the requestId that was asked for, seqNo from 0 and by 1, tbc false on the last part and only there. A part
 * that is sent again is no part; a report that was asked for before the stream began is left alone.
 */
export const reportChains: Monitor = {
  name: 'report-chains',
  requirements: [
    ...Object.values(kinds).flatMap(({ echo, numbering: number, tbc }) =>
      number === undefined ? [echo, tbc] : [echo, number, tbc],
    ),
    eventNumbering,
  ],
  level: 'SHALL',
  watch: () => {
    const chains = new Chains();
    const events = new EventNumbering();
    return { see: (event) => [...chains.see(event), ...events.see(event)], end: () => chains.end() };
  },
};
