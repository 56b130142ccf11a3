import type { CaseResult } from '../../check/verdict.ts';
import type {
  FrameEvent,
  OperatorTimelineEvent,
  RigTimelineEvent,
  TimelineEvent,
  WireTimelineEvent,
} from '../../timeline/events.ts';
import { failedChecks } from '../evidence.ts';
import { shortened } from '../markup.ts';
import { isRecord, keyFields, plainFacts } from './fields.ts';
import type { Row, Tone } from './row.ts';

interface Marks {
  /** Sequence numbers of events that a check which did not pass looked at. */
  readonly bad: ReadonlySet<number>;
  readonly warn: ReadonlySet<number>;
}

function base(event: TimelineEvent): Omit<Row, 'kind' | 'from' | 'to' | 'title'> {
  const { sequence, at, elapsed, phase } = event;
  const outside = phase !== 'body' && phase !== 'run';
  return { sequence, at, elapsed, outside, details: [], dashed: false, tone: 'normal', hover: '' };
}

function toneOf(event: TimelineEvent, marks: Marks): Tone {
  if (marks.bad.has(event.sequence)) return 'bad';
  return marks.warn.has(event.sequence) ? 'warn' : 'normal';
}

function frameRow(event: FrameEvent, marks: Marks): Row {
  const { frame, sender, action, schemaFaults, intended, raw } = event;
  const from = sender === 'CSMS' ? 'csms' : 'station';
  const to = from === 'csms' ? 'station' : 'csms';
  const faults = schemaFaults.map(
    ({ path, message }) => `schema: ${path} ${message}${intended === true ? ' (intended)' : ''}`,
  );
  const broken = (schemaFaults.length > 0 || frame.kind === 'malformed') && intended !== true;
  const shared = {
    ...base(event),
    kind: 'arrow',
    from,
    to,
    hover: shortened(raw, 2000),
    tone: broken ? 'bad' : toneOf(event, marks),
  } as const;
  if (frame.kind === 'call')
    return { ...shared, title: frame.action, details: [...keyFields(frame.payload), ...faults] };
  if (frame.kind === 'result')
    return {
      ...shared,
      title: action === undefined ? 'answer' : `${action}Response`,
      details: [...keyFields(frame.payload), ...faults],
      dashed: true,
    };
  if (frame.kind === 'error')
    return {
      ...shared,
      title: `CALLERROR ${frame.errorCode}${action === undefined ? '' : ` to ${action}`}`,
      details: frame.errorDescription === '' ? [] : [frame.errorDescription],
      dashed: true,
    };
  return { ...shared, title: `unreadable: ${frame.reason}`, details: [frame.detail, shortened(raw, 80)] };
}

function linkRow(event: WireTimelineEvent, marks: Marks): Row[] {
  const { what, attempt, facts } = event;
  if (what === 'ping' || what === 'pong' || what === 'attempt') return [];
  const tls = isRecord(facts['tls']) ? facts['tls'] : facts;
  const http = isRecord(facts['http']) ? facts['http'] : facts;
  const shared = {
    ...base(event),
    kind: 'link',
    from: 'station',
    to: 'csms',
    hover: '',
    tone: toneOf(event, marks),
  } as const;
  if (what === 'tls')
    return [{ ...shared, title: `TLS ${attempt}`, details: [String(tls['version']), String(tls['suite'])] }];
  if (what === 'http')
    return [
      {
        ...shared,
        title: `HTTP upgrade ${attempt}`,
        details: plainFacts({ path: http['path'], subprotocols: http['subprotocols'] }),
      },
    ];
  if (what === 'open')
    return [
      {
        ...shared,
        title: `connection ${attempt} open`,
        details: plainFacts(facts, ['type', 'attempt', 'identity']),
        connection: 'opens',
      },
    ];
  if (what === 'closed')
    return [
      {
        ...shared,
        title: `connection ${attempt} closed`,
        details: plainFacts(facts, ['type', 'attempt']),
        dashed: true,
        connection: 'closes',
      },
    ];
  if (what === 'refused')
    return [
      {
        ...shared,
        title: `connection ${attempt} refused`,
        details: plainFacts(facts, ['type', 'attempt']),
        dashed: true,
        tone: shared.tone === 'normal' ? 'warn' : shared.tone,
      },
    ];
  return [{ ...shared, title: `${what} ${attempt}`, details: plainFacts(facts, ['type', 'attempt']) }];
}

// Power, temperature and offered current change all the time; the timeline table has them.
const restless = new Set(['power', 'temperature', 'offered', 'current', 'voltage', 'energy', 'soc']);

function rigRow(event: RigTimelineEvent): Row[] {
  const { facts } = event;
  const act = isRecord(facts['act']) ? facts['act'] : undefined;
  if (act !== undefined) {
    const outcome = isRecord(facts['outcome']) ? facts['outcome'] : {};
    const done = outcome['outcome'] === undefined || outcome['outcome'] === 'done';
    const token = isRecord(act['token'])
      ? [`token ${String(act['token']['idToken'])}`, String(act['token']['type'])]
      : [];
    const words = [...plainFacts(act, ['act']), ...token, ...(done ? [] : plainFacts(outcome))];
    return [
      {
        ...base(event),
        kind: 'arrow',
        from: 'rig',
        to: 'station',
        title: String(act['act']),
        details: words,
        tone: done ? 'normal' : 'warn',
      },
    ];
  }
  const quantity = String(facts['quantity'] ?? facts['type'] ?? 'change');
  if (restless.has(quantity)) return [];
  const where = facts['evse'] === undefined ? '' : ` EVSE ${String(facts['evse'])}`;
  return [
    {
      ...base(event),
      kind: 'state',
      from: 'rig',
      to: 'rig',
      title: `${quantity}${where}: ${String(facts['to'] ?? '')}`,
      tone: 'quiet',
    },
  ];
}

function operatorRow(event: OperatorTimelineEvent): Row {
  const { intent, outcome, reason } = event;
  const words = Array.isArray(intent['words'])
    ? intent['words']
    : Array.isArray(intent['settings'])
      ? intent['settings']
      : [];
  const title = [intent['kind'], intent['action'] ?? intent['what']].filter((part) => part !== undefined).join(' ');
  const details = words.map((pair: unknown) => (Array.isArray(pair) ? pair.join(' ') : String(pair)));
  const taken = outcome === 'accepted';
  return {
    ...base(event),
    kind: 'arrow',
    from: 'operator',
    to: 'csms',
    title,
    details: taken ? details : [...details, `${outcome}${reason === undefined ? '' : `: ${reason}`}`],
    tone: taken ? 'normal' : 'warn',
  };
}

const checkTones: Readonly<Record<string, Tone>> = { fail: 'bad', error: 'bad', inconclusive: 'warn', warning: 'warn' };

function rowsOf(event: TimelineEvent, marks: Marks): Row[] {
  const band = { ...base(event), kind: 'band', from: 'station', to: 'csms' } as const;
  switch (event.type) {
    case 'frame':
      return [frameRow(event, marks)];
    case 'connection':
      return linkRow(event, marks);
    case 'rig':
      return rigRow(event);
    case 'operator':
      return [operatorRow(event)];
    case 'transfer': {
      const tone = event.outcome === 'complete' ? 'normal' : 'warn';
      return [
        {
          ...band,
          kind: 'link',
          title: `${event.direction} ${event.outcome}`,
          details: [event.url, `${event.bytes} bytes`],
          tone,
        },
      ];
    }
    case 'step':
      return event.what === 'begin' ? [{ ...band, title: `${event.keyword} ${event.text}` }] : [];
    case 'check': {
      const tone = checkTones[event.result];
      if (tone === undefined) return [];
      const requirement = event.requirement === undefined ? '' : ` [${event.requirement}]`;
      return [
        {
          ...band,
          title: `${event.result}: ${event.check}${requirement}`,
          details: event.message === undefined ? [] : [event.message],
          tone,
        },
      ];
    }
    case 'note':
      return [{ ...band, title: event.text, tone: 'quiet' }];
    case 'expectation.opened':
    case 'expectation.closed':
    case 'setting':
    case 'aside':
    case 'verdict':
      return [];
  }
}

/** Bands for checks that did not pass and left no event of their own (monitors, the judge at the end). */
function judgedRows(result: CaseResult, events: readonly TimelineEvent[]): Row[] {
  const lastEvent = events.at(-1);
  if (lastEvent === undefined) return [];
  const told = new Set(events.flatMap((event) => (event.type === 'check' ? [event.check] : [])));
  return failedChecks(result)
    .filter(({ id }) => !told.has(id))
    .map((check) => ({
      ...base(lastEvent),
      kind: 'band',
      from: 'station',
      to: 'csms',
      title: `${check.result}: ${check.id}${check.requirement === undefined ? '' : ` [${check.requirement}]`}`,
      details: [check.message ?? [check.expected, check.actual].filter((part) => part !== undefined).join(' / ')],
      tone: check.result === 'inconclusive' ? 'warn' : 'bad',
      outside: false,
    }));
}

function marksOf(result: CaseResult, events: readonly TimelineEvent[]): Marks {
  const bad = new Set<number>();
  const warn = new Set<number>();
  for (const check of failedChecks(result))
    for (const sequence of check.events ?? []) (check.result === 'inconclusive' ? warn : bad).add(sequence);
  for (const event of events) {
    const missed = event.type === 'expectation.closed' && (event.result === 'mismatch' || event.result === 'forbidden');
    if (missed) for (const sequence of event.events) bad.add(sequence);
  }
  return { bad, warn };
}

/** The rows of a case's diagram, in time order. */
export function diagramRows(result: CaseResult, events: readonly TimelineEvent[]): Row[] {
  const marks = marksOf(result, events);
  return [...events.flatMap((event) => rowsOf(event, marks)), ...judgedRows(result, events)];
}
