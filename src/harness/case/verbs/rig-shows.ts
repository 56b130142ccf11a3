import { type FactClaim, factObservation, type Reading, readingFault } from '../../../check/claim/index.ts';
import { makeRow, parseKeys } from '../../../check/language/index.ts';
import { keys } from '../../../check/names.ts';
import type { EvseReading, RigReading } from '../../../rig/model/types.ts';
import type { CaseRun } from '../case-run.ts';
import { judgeLooked } from '../evidence.ts';
import { durationMs } from '../moments.ts';
import { Inconclusive } from '../outcome.ts';
import { Recorder } from '../recorder.ts';
import type { Arguments } from '../sentence.ts';

type Quantity = (reading: EvseReading) => unknown;
type RigClaim = FactClaim & { kind: 'rig' };

const quantities: Readonly<Record<string, Quantity>> = {
  energy: ({ energyWh }) => energyWh,
  power: ({ powerW }) => powerW,
  connector: ({ connectors }) => (connectors.some(({ plugged }) => plugged) ? 'Occupied' : 'Available'),
  lock: ({ connectors }) => connectors[0]?.lock,
  contactor: ({ contactor }) => contactor,
  display: ({ display }) => display,
};

/** Form 16: measured quantities; `within D` = true once, `for D` = true throughout. */
export async function rigShows(run: CaseRun, args: Arguments): Promise<void> {
  const claims = parseKeys(args.demandedTable, keys.rig, 'the rig');
  const { hardware } = run.bench;
  const missing = claims.find(({ key }) => !hardware.measures.some((measured) => measured === key.split(' ')[0]));
  if (missing !== undefined) {
    // Not applicable by capability, and never green: an observation leaves the rest of the case to be judged.
    const id = run.checks.idFor(run.step, run.sentence);
    run.check({ id, level: 'MAY', result: 'observation', message: `this rig cannot measure ${missing.key}` });
    return;
  }
  const window = args.window(0);
  const limitMs = window === undefined ? run.config.deadlines.message * 1000 : durationMs(run, window.span);
  run.expected();
  const rows = claims.flatMap(({ row, key, cells }) => cells.map(({ text }) => makeRow(row, key, text)));
  const throughout = window?.kind === 'for';
  const readings = await look(run, { kind: 'rig', throughout, rows }, limitMs);
  judgeLooked(run, { kind: 'rig', throughout, rows }, { readings }, args.requirements(1), { late: !throughout });
}

async function readingOf(run: CaseRun, { rows }: RigClaim): Promise<Reading> {
  const reading: RigReading = await run.bench.rig.read();
  const evse = reading.evses.find(({ id }) => id === run.evse);
  if (evse === undefined) throw new Inconclusive('rig', `the rig has no EVSE ${run.evse}`);
  const values = Object.fromEntries(rows.map(({ label }) => [label, quantities[label]?.(evse)]));
  return { at: run.clock.now(), values };
}

/** Reads at every change of the rig and at the deadline, until the claim is decided. */
function look(run: CaseRun, claim: RigClaim, limitMs: number): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  return new Promise((resolve, reject) => {
    let ended = false;
    const read = (final: boolean) => {
      const judge = (reading: Reading) => {
        if (ended) return;
        readings.push(reading);
        const { context } = new Recorder(run);
        const observation = factObservation(run.sut, run.inbox.end, reading.at);
        const bench = { context, now: reading.at, observation, timelineRule: () => undefined };
        const held = readingFault(claim.rows, reading, bench) === undefined;
        if (!final && held === claim.throughout) return;
        ended = true;
        stop();
        cancel();
        resolve(readings);
      };
      readingOf(run, claim).then(judge).catch(reject);
    };
    const stop = run.bench.rig.subscribe(() => read(false));
    const cancel = run.clock.after(limitMs, () => read(true));
    read(false);
  });
}
