import { describe, expect, it } from 'vitest';
import { sequenceDiagram } from '../../src/report/index.ts';
import { failing, failingEvents, frame, hostile, timeline } from './sample.ts';
import { xmlFaults } from './well-formed.ts';

const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');

describe('the sequence diagram', () => {
  const svg = sequenceDiagram(failing, 'csms', failingEvents);

  it('is well-formed and asks for nothing', () => {
    expect(xmlFaults(svg)).toEqual([]);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/href|<script|<image|url\(|@import/);
  });

  it('names the actors and says who is under test', () => {
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['EV driver and EV', 'Charging Station', 'CSMS', 'Operator', 'under test']),
    );
    expect(svg.match(/>under test</g)).toHaveLength(1);
  });

  it('shows frames with key fields, answers dashed', () => {
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['SetChargingProfile', 'SetChargingProfileResponse', 'BootNotification']),
    );
    const answer = svg.split('\n').find((line) => line.includes('>SetChargingProfileResponse<'));
    expect(answer).toContain('stroke-dasharray');
    expect(answer).toContain('status Accepted');
    const call = svg.split('\n').find((line) => line.includes('>SetChargingProfile<'));
    expect(call).not.toContain('stroke-dasharray');
    expect(call).toContain('chargingProfilePurpose TxProfile');
  });

  it('draws what a failed check looked at, and schema faults, in red', () => {
    const line = (text: string) => svg.split('\n').find((one) => one.includes(`>${text}<`)) ?? '';
    expect(line('SetChargingProfile')).toContain('#c2202f');
    expect(line('HeartbeatResponse')).toContain('#c2202f');
    expect(line('HeartbeatResponse')).toContain('schema: /currentTime is missing');
    expect(line('SetChargingProfileResponse')).not.toContain('#c2202f');
    expect(svg).toContain('fail: TC_K_60_CSMS/3-sends-set-charging-profile [K01.FR.03]');
    expect(svg).toContain('fail: monitor/message-id-unique');
  });

  it('does not blame an intended violation', () => {
    const events = timeline([
      frame('CSMS', [2, '1', 'Reset', {}], 'Reset', {
        intended: true,
        schemaFaults: [{ path: '/', keyword: 'required', message: 'type is missing' }],
      }),
    ]);
    const drawn = sequenceDiagram({ ...failing, checks: [] }, 'station', events);
    expect(drawn.split('\n').find((line) => line.includes('>Reset<'))).not.toContain('#c2202f');
    expect(drawn).toContain('(intended)');
  });

  it('folds what repeats', () => {
    expect(texts(svg).filter((text) => text === 'TransactionEvent')).toHaveLength(2);
    expect(texts(svg)).toContain('7 more like this: TransactionEvent');
  });

  it('escapes everything that came from the wire', () => {
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain(hostile);
    expect(svg).toContain('&lt;script&gt;');
  });

  it('names the actors again in a long case', () => {
    const actions = ['Heartbeat', 'StatusNotification', 'NotifyEvent'];
    const long = timeline(
      Array.from({ length: 90 }, (_, n) => frame('Charging Station', [2, `${n}`, actions[n % 3], { id: n }])),
    );
    const drawn = sequenceDiagram({ ...failing, checks: [] }, 'station', long);
    expect(drawn.match(/>under test</g)?.length).toBe(3);
    expect(xmlFaults(drawn)).toEqual([]);
  });

  it('says so when nothing was recorded', () => {
    const drawn = sequenceDiagram(failing, 'csms', []);
    expect(drawn).toContain('nothing was recorded');
    expect(xmlFaults(drawn)).toEqual([]);
  });

  it.each(['not json', '[9,"1"]', `[2,"1","${'A'.repeat(400)}",{}]`])('draws the frame %s', (raw) => {
    const events = timeline([
      frame('Charging Station', [], undefined, {
        raw,
        frame: { kind: 'malformed', reason: 'json', messageId: '-1', detail: raw },
      }),
    ]);
    expect(xmlFaults(sequenceDiagram(failing, 'csms', events))).toEqual([]);
  });
});
