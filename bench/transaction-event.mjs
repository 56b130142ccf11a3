const context = 'Sample.Periodic';
const phases = ['L1', 'L2', 'L3'];
const measured = (measurand, unit, value) =>
  phases.map((phase) => ({ value: value + phases.indexOf(phase), measurand, phase, context, unitOfMeasure: { unit } }));

/** A TransactionEvent CALL with a full reading per phase, 1.2 kB of text; every one has its own id, sequence number and time. */
export function transactionEvent(seqNo) {
  const timestamp = new Date(Date.UTC(2026, 2, 1) + seqNo * 1000).toISOString();
  return JSON.stringify([
    2,
    crypto.randomUUID(),
    'TransactionEvent',
    {
      eventType: 'Updated',
      timestamp,
      triggerReason: 'MeterValuePeriodic',
      seqNo,
      transactionInfo: { transactionId: '4f1c2a9e-6a53-4b0e-9a55-0c3c1d1f7e21', chargingState: 'Charging' },
      evse: { id: 1, connectorId: 1 },
      meterValue: [
        {
          timestamp,
          sampledValue: [
            { value: 12000 + seqNo, measurand: 'Energy.Active.Import.Register', unitOfMeasure: { unit: 'Wh' } },
            { value: 11040, measurand: 'Power.Active.Import', unitOfMeasure: { unit: 'W' } },
            ...measured('Current.Import', 'A', 16),
            ...measured('Voltage', 'V', 230),
          ],
        },
      ],
    },
  ]);
}
