import { type Bench, booted, calm, settings, token } from './bench.ts';

export const told = ({ csms }: Bench) =>
  csms.of('TransactionEvent').map((event) => {
    const info = event['transactionInfo'] as Record<string, unknown>;
    return [event['eventType'], event['triggerReason'], info['chargingState'], info['stoppedReason']]
      .filter((word) => word !== undefined)
      .join(' ');
  });

export interface Reading {
  readonly sampledValue: readonly { readonly context: string; readonly value: number }[];
}
export const readings = (event: Record<string, unknown> | undefined): readonly Reading[] =>
  (event?.['meterValue'] ?? []) as readonly Reading[];

export async function session({ rig }: Bench): Promise<void> {
  rig.perform({ act: 'park', evse: 1 });
  await calm();
  rig.perform({ act: 'plug', evse: 1 });
  await calm();
  rig.perform({ act: 'present', evse: 1, token });
  await calm();
}
export async function departure({ rig }: Bench): Promise<void> {
  rig.perform({ act: 'present', evse: 1, token });
  await calm();
  rig.perform({ act: 'unplug', evse: 1 });
  await calm();
  rig.perform({ act: 'leave', evse: 1 });
  await calm();
}
export const points = (start: string, stop: string) =>
  booted({ settings: settings({ 'TxCtrlr.TxStartPoint': start, 'TxCtrlr.TxStopPoint': stop }) });
