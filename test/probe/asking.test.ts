import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/clock/index.ts';
import type { AnswerRule } from '../../src/peer/answers.ts';
import type { Peer } from '../../src/peer/peer.ts';
import { askCsms, askInventory, type StationLine } from '../../src/probe/index.ts';

/** A clock whose timers ring when the test says so. */
function handClock(): { clock: Clock; ring: () => void } {
  const waiting = new Set<() => void>();
  const after = (_ms: number, callback: () => void) => {
    waiting.add(callback);
    return () => void waiting.delete(callback);
  };
  const clock: Clock = { now: () => 5, wallNow: () => 5, monotonic: () => 5, factor: 1, after, afterWall: after };
  return { clock, ring: () => [...waiting].forEach((callback) => void callback()) };
}

type Say = (action: string, payload: Record<string, unknown>, rules: readonly AnswerRule[]) => Record<string, unknown>;

function line(say: Say): { line: StationLine; ring: () => void; sent: string[] } {
  const rules: AnswerRule[] = [];
  const sent: string[] = [];
  const { clock, ring } = handClock();
  const peer: Peer = {
    online: true,
    held: [],
    send: async (action, payload) => {
      sent.push(action);
      return { kind: 'result', payload: say(action, payload, rules) };
    },
    sendRaw: async () => ({ kind: 'closed' }),
    onHeld: () => () => {},
    disconnect: async () => {},
    drop: () => {},
    reset: () => {},
    close: async () => {},
  };
  return { line: { peer, clock, answerWith: (rule) => rules.push(rule) }, ring, sent };
}

const item = (name: string) => ({
  component: { name: 'TxCtrlr' },
  variable: { name },
  variableAttribute: [{ value: 'x', mutability: 'ReadOnly' }],
});
function notify(rules: readonly AnswerRule[], request: Record<string, unknown>): void {
  const rule = rules.find(({ matches }) => matches(request));
  if (rule?.prepared.kind === 'answer') rule.prepared.build(request);
}

describe('asking a station for its inventory', () => {
  it('takes all parts of the report, and no other report', async () => {
    const { line: to } = line((action, { requestId }, rules) => {
      expect(action).toBe('GetBaseReport');
      queueMicrotask(() => {
        notify(rules, { requestId: 99, tbc: false, reportData: [item('Stray')] });
        notify(rules, { requestId, tbc: true, reportData: [item('A')] });
        notify(rules, { requestId, tbc: false, reportData: [item('B')] });
      });
      return { status: 'Accepted' };
    });
    const device = await askInventory(to);
    expect([device.how, device.complete]).toEqual(['FullInventory', true]);
    expect(device.variables.map(({ variable }) => variable)).toEqual(['A', 'B']);
  });

  it('does not take a report that stops in the middle for everything', async () => {
    const asked = line((_action, { requestId }, rules) => {
      queueMicrotask(() => {
        notify(rules, { requestId, tbc: true, reportData: [item('A')] });
        setImmediate(() => asked.ring());
      });
      return { status: 'Accepted' };
    });
    const device = await askInventory(asked.line);
    expect([device.how, device.complete]).toEqual(['FullInventory, broken off', false]);
  });

  it('falls back to single variables, which say nothing about what is not there', async () => {
    const { line: to, sent } = line((action, payload) => {
      if (action === 'GetBaseReport') return { status: 'NotSupported' };
      const data = payload['getVariableData'];
      const [first] = Array.isArray(data) ? data : [];
      return {
        getVariableResult: [
          { ...first, attributeStatus: 'Accepted', attributeValue: 'EVConnected' },
          { ...first, attributeStatus: 'UnknownComponent' },
        ],
      };
    });
    const device = await askInventory(to);
    expect(device.how).toBe('GetVariables (FullInventory NotSupported, ConfigurationInventory NotSupported)');
    expect(device.complete).toBe(false);
    expect(device.find('TxCtrlr', 'TxStartPoint')?.value).toBe('EVConnected');
    expect(new Set(sent)).toEqual(new Set(['GetBaseReport', 'GetVariables']));
  });
});

describe('asking a CSMS', () => {
  it('learns from who is let in and how it boots', async () => {
    const { learned, said } = await askCsms({
      profiles: [1, 2, 3],
      connect: async (profile) => (profile === 2 ? 'HTTP: 401' : undefined),
      boot: async () => 'Pending',
    });
    expect([...learned].map(([term, { answer }]) => [term, answer])).toEqual([
      ['C-61', true],
      ['C-44', true],
      ['AQ-17', true],
      ['AdvancedSecurity', true],
    ]);
    expect(said[1]).toBe('security profile 2: not let in (HTTP: 401)');
  });

  it('takes a refusal for no answer: the account may be set up otherwise', async () => {
    const { learned } = await askCsms({ profiles: [1], connect: async () => 'HTTP: 401', boot: async () => undefined });
    expect(learned.size).toBe(0);
  });
});
