import { parseCell, parsePath, type Rows } from '../../../check/language/index.ts';
import type { CaseRun } from '../case-run.ts';
import { evsesOf } from '../moments.ts';
import type { Arguments } from '../sentence.ts';
import { expectAmount } from './expecting.ts';
import { readyToSend, sendRequest } from './stimulus.ts';

/** Form 9: the status of every connector of the EVSEs, whichever message carries it. */
export async function report(run: CaseRun, args: Arguments): Promise<void> {
  const evses = args.optional(2) === undefined ? run.fixtureFacts.evses : evsesOf(run, args.optional(2));
  if (!run.isSut(args.actor(0))) return reportConnectors(run, args.text(1), evses);
  const instances = evses.flatMap((evse) =>
    run.fixtureFacts.connectors(evse).map((id) => statusRows(evse, id, args.text(1))),
  );
  await expectAmount(
    run,
    { amount: 'a', names: ['connector status'] },
    instances,
    args.window(3),
    args.requirements(4),
  );
}

function statusRows(evse: number, connector: number, status: string): Rows {
  const row = (label: string, text: string, number: number) => ({
    row: number,
    label,
    kind: 'field' as const,
    path: parsePath(label),
    cell: parseCell(text),
  });
  return [row('evse', String(evse), 1), row('connector', String(connector), 2), row('connectorStatus', status, 3)];
}

/** Our station tells the status of its connectors, one message each. */
export async function reportConnectors(run: CaseRun, connectorStatus: string, evses: readonly number[]): Promise<void> {
  for (const evseId of evses) {
    for (const connectorId of run.fixtureFacts.connectors(evseId)) {
      await readyToSend(run);
      await sendRequest(run, 'StatusNotification', { evseId, connectorId, connectorStatus });
    }
  }
}
