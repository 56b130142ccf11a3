import { type Monitor, nothing } from './types.ts';

/** On a scaled clock the machine needs its time too (wall ms). */
const floor = 500;

/** How long an answer took. OCPP sets no limit (Part 2, 3.2): a slow answer is legal, and trips a side that waits no longer. */
export const responseTime: Monitor = {
  name: 'response-time',
  requirements: ['Part 2, 3.2'],
  level: 'compatibility',
  watch: ({ responseSeconds }) => {
    const calls = new Map<string, { readonly at: number; readonly elapsed: number; readonly sequence: number }>();
    return {
      see(event) {
        if (responseSeconds === undefined || event.type !== 'frame') return nothing;
        const { frame, sender, at, elapsed, sequence } = event;
        if (frame.kind === 'malformed') return nothing;
        if (frame.kind === 'call') {
          calls.set(`${sender}\n${frame.messageId}`, { at, elapsed, sequence });
          return nothing;
        }
        const key = `${sender === 'CSMS' ? 'Charging Station' : 'CSMS'}\n${frame.messageId}`;
        const call = calls.get(key);
        calls.delete(key);
        if (call === undefined || at - call.at <= responseSeconds * 1000 || elapsed - call.elapsed < floor)
          return nothing;
        const message = `an answer took longer than ${responseSeconds} s`;
        const actual = `${event.action ?? 'the'}Response after ${(at - call.at) / 1000} s`;
        return [{ requirement: 'Part 2, 3.2', message, actual, events: [call.sequence, sequence] }];
      },
    };
  },
};
