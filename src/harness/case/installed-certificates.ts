import { certificateHashData } from '../../pki/parse/index.ts';
import type { CaseRun } from './case-run.ts';

const algorithms = ['SHA256', 'SHA384', 'SHA512'] as const;

/** certificateHashDataChain of the CSMS root, hashed as the state's input says. */
export function installedHashData(run: CaseRun): unknown[] {
  const wanted = run.stateInputs.get('hash algorithm') ?? 'SHA256';
  const algorithm = algorithms.find((each) => each === wanted) ?? 'SHA256';
  const { csmsRoot } = run.bench.assets;
  return [
    { certificateType: 'CSMSRootCertificate', certificateHashData: certificateHashData(csmsRoot, csmsRoot, algorithm) },
  ];
}
