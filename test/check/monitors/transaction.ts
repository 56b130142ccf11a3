import { csms, Stream, station } from './stream.ts';

type Payload = Readonly<Record<string, unknown>>;
type Told = Payload & { readonly info?: Payload; readonly id?: string; readonly unanswered?: true };

/** A conversation about transactions; what an event leaves out is what an online station would say. */
export class Visit extends Stream {
  /** One TransactionEventRequest of transaction T1 (or `id`), answered unless said otherwise, with `info` in its transactionInfo. */
  event(eventType: string, seqNo: number, triggerReason: string, told: Told = {}): this {
    const { info, id = 'T1', unanswered, ...payload } = told;
    const request = {
      eventType,
      timestamp: this.time(),
      triggerReason,
      seqNo,
      transactionInfo: { transactionId: id, ...info },
      ...payload,
    };
    if (unanswered) this.call(station, 'TransactionEvent', request);
    else this.exchange(station, 'TransactionEvent', request);
    return this.pass(1);
  }
  started(seqNo = 0, told: Told = {}): this {
    const evse = { id: 1, connectorId: 1 };
    return this.event('Started', seqNo, 'CablePluggedIn', {
      evse,
      ...told,
      info: { chargingState: 'EVConnected', ...told.info },
    });
  }
  authorized(seqNo = 1, told: Told = {}): this {
    return this.event('Updated', seqNo, 'Authorized', { idToken: token, ...told });
  }
  charging(seqNo = 2, told: Told = {}): this {
    return this.event('Updated', seqNo, 'ChargingStateChanged', {
      ...told,
      info: { chargingState: 'Charging', ...told.info },
    });
  }
  ended(seqNo = 3, told: Told = {}): this {
    return this.event('Ended', seqNo, 'StopAuthorized', { ...told, info: { stoppedReason: 'Local', ...told.info } });
  }
  /** Values of registers, read now. */
  values(...sampledValue: readonly Payload[]): Payload {
    return { meterValue: [{ timestamp: this.time(), sampledValue }] };
  }
  requestStart(remoteStartId: number, status = 'Accepted'): this {
    return this.exchange(csms, 'RequestStartTransaction', { remoteStartId, idToken: token, evseId: 1 }, { status });
  }
  /** From Started to Ended, as most stations tell it. */
  whole(): this {
    return this.started().authorized().charging().ended().heartbeat();
  }
}

export const token = { idToken: 'AABBCC', type: 'ISO14443' };
