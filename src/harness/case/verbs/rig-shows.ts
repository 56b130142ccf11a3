import { type Cell, parseKeys } from '../../../check/language/index.ts';
import { judgeCell } from '../../../check/match/index.ts';
import { keys } from '../../../check/names.ts';
import type { EvseReading, RigReading } from '../../../rig/model/types.ts';
import type { CaseRun } from '../case-run.ts';
import { matchContext } from '../match-context.ts';
import { durationMs, momentOf } from '../moments.ts';
import { Inconclusive } from '../outcome.ts';
import type { Arguments } from '../sentence.ts';

type Quantity = (reading: EvseReading, run: CaseRun) => unknown;

const quantities: Readonly<Record<string, Quantity>> = {
  energy: ({ energyWh }) => energyWh,
  power: ({ powerW }) => powerW,
  connector: ({ connectors }) => (connectors.some(({ plugged }) => plugged) ? 'Occupied' : 'Available'),
  lock: ({ connectors }) => connectors[0]?.lock,
  contactor: ({ contactor }) => contactor,
  display: ({ display }) => display,
};

interface Claim {
  readonly key: string;
  readonly cells: readonly Cell[];
}

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
  const fault = window?.kind === 'for' ? await throughout(run, claims, limitMs) : await once(run, claims, limitMs);
  run.judge(
    args.requirements(1),
    fault === undefined ? undefined : { message: `the rig shows: ${fault}`, late: window?.kind !== 'for' },
  );
}

async function readingOf(run: CaseRun): Promise<EvseReading> {
  const reading: RigReading = await run.bench.rig.read();
  const evse = reading.evses.find(({ id }) => id === run.evse);
  if (evse === undefined) throw new Inconclusive('rig', `the rig has no EVSE ${run.evse}`);
  return evse;
}

async function faultNow(run: CaseRun, claims: readonly Claim[]): Promise<string | undefined> {
  const reading = await readingOf(run);
  const observation = {
    index: run.inbox.end,
    sequence: 0,
    name: 'rig',
    sender: run.sut,
    at: run.clock.now(),
    fields: {},
  };
  for (const { key, cells } of claims) {
    const value = quantities[key]?.(reading, run);
    for (const cell of cells) {
      const subject = { value, field: key, parent: reading, schema: undefined };
      const mismatch = judgeCell(
        cell,
        subject,
        { context: matchContext(run), moment: momentOf(run), observation },
        { path: key, row: 1 },
      );
      if (mismatch !== undefined) return `${key}: expected ${mismatch.expected}, was ${mismatch.actual}`;
    }
  }
  return undefined;
}

/** Reads at every change of the rig and at the deadline. */
function watch(
  run: CaseRun,
  limitMs: number,
  decide: (fault: string | undefined, final: boolean) => { fault: string | undefined } | undefined,
  claims: readonly Claim[],
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let ended = false;
    const look = (final: boolean) => {
      faultNow(run, claims).then((fault) => {
        const decision = ended ? undefined : decide(fault, final);
        if (decision === undefined) return;
        ended = true;
        stop();
        cancel();
        resolve(decision.fault);
      }, reject);
    };
    const stop = run.bench.rig.subscribe(() => look(false));
    const cancel = run.clock.after(limitMs, () => look(true));
    look(false);
  });
}

const once = (run: CaseRun, claims: readonly Claim[], limitMs: number) =>
  watch(run, limitMs, (fault, final) => (fault === undefined || final ? { fault } : undefined), claims);
const throughout = (run: CaseRun, claims: readonly Claim[], limitMs: number) =>
  watch(run, limitMs, (fault, final) => (fault !== undefined || final ? { fault } : undefined), claims);
