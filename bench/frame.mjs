import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, scratch } from './assay.mjs';
import { quantile } from './measure.mjs';
import { transactionEvent } from './transaction-event.mjs';

const rowsOf = (seqNo) => [
  ['eventType', 'Updated'],
  ['triggerReason', 'MeterValuePeriodic'],
  ['seqNo', String(seqNo)],
  ['transactionInfo.chargingState', 'Charging'],
  ['meterValue', '1 item'],
  ['evse.id', '1'],
];

/** Header facts of a timeline of the bench; the password is one that must be looked for in everything written. */
export const timelineOf = (clock, path) => ({
  path,
  clock,
  header: {
    case: 'BENCH',
    suite: 'bench',
    edition: 'OCPP 2.0.1 Edition 3, errata 2025-09',
    role: 'station',
    identity: 'BENCH',
    configDigest: '',
    pics: {},
    clock: clock.setting,
  },
  secrets: ['bench-secret-of-the-station'],
});

async function parts() {
  const { ScaledClock } = await import('../dist/src/clock/index.js');
  const { frameEvent, Timeline } = await import('../dist/src/timeline/index.js');
  const { Observer } = await import('../dist/src/check/views/index.js');
  const { judgeAmount, parseAmount } = await import('../dist/src/check/expect/index.js');
  const { parseVertical } = await import('../dist/src/check/language/index.js');
  const { Schemas } = await import('../dist/src/check/schemas.js');
  const { Inbox } = await import('../dist/src/peer/inbox.js');
  return { ScaledClock, frameEvent, Timeline, Observer, judgeAmount, parseAmount, parseVertical, Schemas, Inbox };
}

function contextOf({ Schemas }) {
  const folder = join(root, 'schemas', 'ocpp-2.0.1');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return {
    resolver: { name: () => undefined, message: () => undefined, variable: () => undefined },
    schemas: new Schemas(
      new Map(files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(folder, file), 'utf8'))])),
    ),
    toleranceMs: 4000,
    supply: { voltage: 230, phases: 3 },
    rule: () => undefined,
    holds: () => false,
  };
}

/** One case of as many frames, each expected by a sentence with a table; the milliseconds that every frame took. */
function oneCase(modules, context, frames, path) {
  const { ScaledClock, frameEvent, Timeline, Observer, judgeAmount, parseAmount, parseVertical, Inbox } = modules;
  const clock = new ScaledClock();
  let write = () => {};
  clock.afterWall = (_ms, callback) => {
    write = callback;
    return () => {};
  };
  const timeline = Timeline.open(timelineOf(clock, path));
  const observer = new Observer({ sut: 'Charging Station' });
  const inbox = new Inbox();
  timeline.subscribe((event) => {
    for (const observation of observer.feed(event)) inbox.add(observation);
  });
  const amount = parseAmount('a');
  const names = ['TransactionEventRequest'];
  const times = [];
  for (let seqNo = 0; seqNo < frames; seqNo += 1) {
    const text = transactionEvent(seqNo);
    const instances = parseVertical(rowsOf(seqNo));
    const mark = inbox.end;
    const began = performance.now();
    timeline.append(frameEvent(timeline, { sender: 'Charging Station', attempt: 1, text, binary: false }));
    const now = clock.now();
    const judgement = judgeAmount(
      { amount, names, instances },
      {
        candidates: inbox.since(mark),
        history: inbox.all.slice(0, mark),
        now,
        deadline: now + 60_000,
        mark: { at: now },
        context,
        background: () => false,
      },
    );
    inbox.consume(judgement.consumed);
    write(); // lines are gathered for some milliseconds; here each frame pays for its own
    times.push(performance.now() - began);
    if (judgement.state !== 'met')
      throw new Error(`bench: the TransactionEvent was not what the sentence expects: ${JSON.stringify(judgement)}`);
  }
  timeline.settle();
  return times;
}

/**
 * A frame through the harness, in process: parsed, held against its schema, hashed, redacted, written to the timeline, observed
 * and judged by a sentence with six rows. In cases of 50 frames, as real ones are short.
 */
export async function frame(cases = 200, framesPerCase = 50) {
  const modules = await parts();
  const context = contextOf(modules);
  const folder = scratch();
  const run = (index) => oneCase(modules, context, framesPerCase, join(folder, `case-${index}.jsonl`));
  for (let index = 0; index < 20; index += 1) run(index); // until the code is compiled
  const times = Array.from({ length: cases }, (_, index) => run(index)).flat();
  const name = `TransactionEvent of ${Buffer.byteLength(transactionEvent(0))} bytes through the harness`;
  return [
    { name: `${name}, median`, value: quantile(times, 0.5), unit: 'ms', samples: times.length },
    { name: `${name}, p99`, value: quantile(times, 0.99), unit: 'ms', samples: times.length, target: 1 },
  ];
}
