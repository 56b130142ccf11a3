import type { Observation } from '../../check/types.ts';
import type { RigDescription } from '../../rig/model/types.ts';
import type { ConnectorTruth } from '../../timeline/events.ts';
import type { CaseRun } from './case-run.ts';
import type { FixtureFacts } from './fixtures.ts';
import { read } from './situation.ts';

/** Seconds until our station boots again after Pending or Rejected: what the CSMS said last, or the heartbeat interval for 0. */
export function bootInterval({ inbox, config }: CaseRun): number {
  const answer = inbox.all.findLast(({ name }) => name === 'BootNotificationResponse');
  const interval = Number(answer?.fields['interval'] ?? 0);
  return interval > 0 ? interval : (config.durations['heartbeat interval'] ?? 60);
}

/** A sentence or state has used a TransactionEvent (CSMS under test: its answer) with this chargingState. */
export function told({ inbox: { used, all } }: CaseRun, chargingState: string): boolean {
  const events = all.filter(
    ({ name, fields }) =>
      name === 'TransactionEventRequest' && read(fields, 'transactionInfo', 'chargingState') === chargingState,
  );
  return events.some(({ sequence, messageId }) => {
    const answer = all.find((other) => other.name === 'TransactionEventResponse' && other.messageId === messageId);
    return used.has(sequence) || (answer !== undefined && used.has(answer.sequence));
  });
}

/**
 * Signs the CSR of a SignCertificateRequest, for `<certificate for the last csr>`. A CSR that cannot be read gives no such name:
 * the sentence that needs it says so.
 */
export async function signLastCsr({ bench, names }: CaseRun, { name, fields }: Observation): Promise<void> {
  const csr = fields['csr'];
  if (name !== 'SignCertificateRequest' || bench.role !== 'station' || typeof csr !== 'string') return;
  const chain = await bench.signCsr(csr).catch(() => undefined);
  if (chain !== undefined) names.remembered.set('certificate for the last csr', chain);
}

/** What the run knows of a variable that the device was not asked for: it connects with the configured security profile. */
export function assumed({ config }: CaseRun, name: string): string | undefined {
  return name === 'SecurityCtrlr.SecurityProfile' ? String(config.securityProfile) : undefined;
}

/** What fixtures are made of at this moment of the case. */
export function factsOf(run: CaseRun): FixtureFacts {
  const { hardware, assets, password } = run.bench;
  return {
    config: run.config,
    assets,
    password,
    newPassword: run.newPassword,
    startsByButton: startsByButton(hardware),
    rootsAreChecked: run.variables.get('SecurityCtrlr.AdditionalRootCertificateCheck') === 'true',
    plugged: run.progress.plugged,
    bootInterval: bootInterval(run),
    statusWithoutCable: run.statusWithoutCable,
    evses: hardware.evses.map(({ id }) => id),
    connectors: (evse) => hardware.evses.find(({ id }) => id === evse)?.connectors.map(({ id }) => id) ?? [],
  };
}

/** What the rig says the connectors are; used to tell background reports from news. */
export function connectorTruth({ progress, config, statusWithoutCable }: CaseRun): ConnectorTruth {
  const { evse, connector } = config.fixtures;
  const occupied = [...progress.cables].map(([at, plugged]) => [at, plugged ?? (at === evse ? connector : 1)] as const);
  return { occupied, otherwise: statusWithoutCable };
}

/** Whether the connector of the cases can hold the cable fast, as the rig describes it. */
export function hasLock({ bench, config }: CaseRun): boolean {
  const { evse, connector } = config.fixtures;
  const outlet = bench.hardware.evses.find(({ id }) => id === evse);
  return outlet?.connectors.find(({ id }) => id === connector)?.hasLock === true;
}

/** Nobody is asked for a token: there is no reader, and a button starts (C02). */
export const startsByButton = ({ tokenReader, buttons }: RigDescription): boolean =>
  !tokenReader && buttons.includes('start');
