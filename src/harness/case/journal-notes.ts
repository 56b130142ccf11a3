import { certificateHashData } from '../../pki/parse/index.ts';
import type { CallOutcome } from '../../transport/types.ts';
import type { CaseRun } from './case-run.ts';
import { read } from './situation.ts';

type Payload = Record<string, unknown>;
interface Change {
  readonly what: string;
  readonly undo: { readonly action: string; readonly payload: Payload };
}

/** What a request of ours changes on the device when it is accepted, and the request that undoes it. */
const changes: Readonly<Record<string, (payload: Payload, run: CaseRun) => Change | undefined>> = {
  SetChargingProfile: (payload) => {
    const id = read(payload, 'chargingProfile', 'id');
    return {
      what: `charging profile ${String(id)}`,
      undo: { action: 'ClearChargingProfile', payload: { chargingProfileId: id } },
    };
  },
  InstallCertificate: ({ certificate }, { bench }) => {
    if (typeof certificate !== 'string') return undefined;
    const { newCsmsRootByOld, csmsRoot } = bench.assets;
    const issuer = certificate === newCsmsRootByOld ? csmsRoot : certificate;
    const hashData = certificateHashData(certificate, issuer, 'SHA256');
    return {
      what: 'installed certificate',
      undo: { action: 'DeleteCertificate', payload: { certificateHashData: hashData } },
    };
  },
};

/** Notes in the journal how to undo an accepted request; what the case itself has undone meanwhile is no loss. */
export function noteChange(run: CaseRun, action: string, payload: Payload, outcome: CallOutcome): void {
  if (run.bench.role !== 'station' || outcome.kind !== 'result' || outcome.payload['status'] !== 'Accepted') return;
  const change = changes[action]?.(payload, run);
  if (change === undefined) return;
  run.journal.note({
    what: change.what,
    restore: async () => {
      const undone = await run.bench.peer.send(change.undo.action, change.undo.payload);
      const status = undone.kind === 'result' ? String(undone.payload['status']) : undone.kind;
      if (!/^(?:Accepted|Unknown|NotFound)$/.test(status))
        throw new Error(`${change.undo.action} was answered ${status}`);
    },
  });
}
