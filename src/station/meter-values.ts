import type { CallOutcome } from '../transport/types.ts';
import type { Core, SendOptions } from './core.ts';
import { type Context, sampledValues } from './measurands.ts';
import { flagSetting, listSetting, numberSetting } from './settings.ts';
import { signedValues } from './signed-meter-values.ts';
import { dateTime } from './station-clock.ts';
import { tell } from './transactions/progress.ts';
import type { MeterValue, Session } from './transactions/session.ts';

/** Readings for transactions and by the clock (J01, J02). */
export interface Meter {
  startedValues(evseId: number): readonly MeterValue[];
  /** For TransactionEvent Ended: TxEndedMeasurands of SampledDataCtrlr. */
  endedReadings(evseId: number, context: Context): readonly MeterValue[];
  updatedValues(evseId: number, context: Context): readonly MeterValue[];
  /** TransactionEvent as TriggerMessage asks for it (F06.FR.07). */
  tellTriggered(session: Session): void;
  transactionStarted(session: Session): void;
  transactionEnded(evseId: number): void;
  /** MaxEnergyOnInvalidId: blocks the session when the register is there; to be called again when the power changes. */
  watchCeiling(session: Session): void;
  /** MeterValuesRequest for one EVSE with AlignedDataCtrlr.Measurands; undefined = none is measured. */
  send(evseId: number, context: Context, options?: SendOptions): Promise<CallOutcome> | undefined;
  /** Intervals were changed, or the station is accepted: timers start anew. */
  restart(): void;
}

const mostReadings = 100;
const leastWaitMs = 100;
const msPerHour = 3_600_000;

export function createMeter(core: Core): Meter {
  const timers = new Map<string, () => void>();
  let cancelAligned = () => {};

  function stop(prefix: string): void {
    for (const [key, cancel] of timers) {
      if (!key.startsWith(prefix)) continue;
      cancel();
      timers.delete(key);
    }
  }
  /** Again and again, every `seconds` from now; 0 = never. */
  function every(key: string, seconds: number, work: () => void): void {
    timers.get(key)?.();
    timers.delete(key);
    if (seconds <= 0) return;
    const again = () => {
      timers.set(
        key,
        core.clock.after(seconds * 1000, () => {
          again();
          work();
        }),
      );
    };
    again();
  }

  function read(evseId: number, component: string, variable: string, context: Context): readonly MeterValue[] {
    const evse = core.rig.description.evses.find(({ id }) => id === evseId);
    if (evse === undefined) return [];
    const plain = sampledValues(listSetting(core, component, variable), context, evse, core.rig.meter(evseId));
    if (plain.length === 0) return [];
    const sign = flagSetting(core, component, 'SignReadings');
    const timestamp = dateTime(core.clock.now());
    return [{ timestamp, sampledValue: sign ? signedValues(core, evseId, plain, timestamp) : plain }];
  }

  const updatedValues = (evseId: number, context: Context) =>
    read(evseId, 'SampledDataCtrlr', 'TxUpdatedMeasurands', context);
  const endedReadings = (evseId: number, context: Context) =>
    read(evseId, 'SampledDataCtrlr', 'TxEndedMeasurands', context);

  function sampleUpdated(session: Session): void {
    const { transaction } = session;
    if (transaction === undefined) return;
    const meterValue = updatedValues(session.evseId, 'Sample.Periodic');
    const { chargingState } = session;
    if (meterValue.length > 0)
      tell(core, session, transaction, {
        eventType: 'Updated',
        trigger: 'MeterValuePeriodic',
        chargingState,
        meterValue,
      });
  }

  /** Kept for the end; when there are too many, every other one between first and last is dropped (E06.FR.13). */
  function keep(session: Session, readings: readonly MeterValue[]): void {
    const { transaction } = session;
    if (transaction === undefined) return;
    const all = [...transaction.readings, ...readings];
    transaction.readings = all.length <= mostReadings ? all : all.filter((_, index) => index % 2 === 0);
  }

  function startSampling(session: Session): void {
    const seconds = (variable: string) => numberSetting(core, 'SampledDataCtrlr', variable, 0);
    every(`${session.evseId} updated`, seconds('TxUpdatedInterval'), () => sampleUpdated(session));
    every(`${session.evseId} ended`, seconds('TxEndedInterval'), () =>
      keep(session, endedReadings(session.evseId, 'Sample.Periodic')),
    );
  }

  function send(evseId: number, context: Context, options?: SendOptions): Promise<CallOutcome> | undefined {
    const [first, ...more] = read(evseId, 'AlignedDataCtrlr', 'Measurands', context);
    return first === undefined
      ? undefined
      : core.sendNow('MeterValues', { evseId, meterValue: [first, ...more] }, options);
  }

  /** J01.FR.14, FR.22: outside a transaction MeterValues, inside TransactionEvent. */
  function alignedReading(): void {
    const silent = flagSetting(core, 'AlignedDataCtrlr', 'SendDuringIdle') && core.transactions().length > 0; // J01.FR.20
    if (silent) return;
    for (const session of core.control.sessions) {
      const { transaction, chargingState } = session;
      const meterValue = read(session.evseId, 'AlignedDataCtrlr', 'Measurands', 'Sample.Clock');
      if (transaction === undefined) {
        if (core.online) void send(session.evseId, 'Sample.Clock');
      } else if (meterValue.length > 0)
        tell(core, session, transaction, {
          eventType: 'Updated',
          trigger: 'MeterValueClock',
          chargingState,
          meterValue,
        });
    }
  }

  function atBoundaries(seconds: number, work: () => void): () => void {
    const interval = seconds * 1000;
    if (interval <= 0) return () => {};
    let cancel = () => {};
    const next = () => {
      const now = core.clock.now();
      const midnight = new Date(now).setUTCHours(0, 0, 0, 0);
      const due = midnight + (Math.floor((now - midnight) / interval) + 1) * interval;
      cancel = core.clock.after(due - now, () => {
        work();
        next();
      });
    };
    next();
    return () => cancel();
  }

  function restart(): void {
    cancelAligned();
    const aligned = (variable: string) => numberSetting(core, 'AlignedDataCtrlr', variable, 0);
    const cancelReadings = atBoundaries(aligned('Interval'), alignedReading);
    const cancelEnded = atBoundaries(aligned('TxEndedInterval'), () => {
      for (const session of core.control.sessions)
        keep(session, read(session.evseId, 'AlignedDataCtrlr', 'TxEndedMeasurands', 'Sample.Clock'));
    });
    cancelAligned = () => {
      cancelReadings();
      cancelEnded();
    };
    for (const session of core.control.sessions) if (session.transaction !== undefined) startSampling(session);
  }

  return {
    startedValues: (evseId) => read(evseId, 'SampledDataCtrlr', 'TxStartedMeasurands', 'Transaction.Begin'),
    endedReadings,
    updatedValues,
    tellTriggered(session) {
      const { transaction, chargingState } = session;
      if (transaction === undefined) return;
      const meterValue = updatedValues(session.evseId, 'Trigger');
      tell(core, session, transaction, { eventType: 'Updated', trigger: 'Trigger', chargingState, meterValue });
    },
    transactionStarted: startSampling,
    transactionEnded: (evseId) => stop(`${evseId} `),
    watchCeiling(session) {
      const key = `${session.evseId} ceiling`;
      timers.get(key)?.();
      const ceiling = session.transaction?.ceilingWh;
      if (ceiling === undefined || session.blocked) return;
      const { energyWh, powerW } = core.rig.meter(session.evseId);
      if (energyWh >= ceiling) core.control.block(session);
      else if (powerW > 0)
        timers.set(
          key,
          core.clock.after(Math.max(leastWaitMs, ((ceiling - energyWh) / powerW) * msPerHour), () =>
            this.watchCeiling(session),
          ),
        );
    },
    send,
    restart,
  };
}
