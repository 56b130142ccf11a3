import { describe, expect, it } from 'vitest';
import { hands } from '../../src/check/sentence-names.ts';
import { rigAct } from '../../src/harness/acts.ts';
import type { RigAct } from '../../src/rig/model/types.ts';

const token = { idToken: '04AA', type: 'ISO14443' };
const act = (text: string) =>
  rigAct(text, 2, {
    token: () => token,
    number: (written) => (written === '<upper threshold>' ? 80 : Number(written)),
    text: (name) => name,
  });

const examples: readonly (readonly [string, RigAct])[] = [
  ['drives into the parking bay', { act: 'park', evse: 2 }],
  ['leaves the parking bay', { act: 'leave', evse: 2 }],
  ['plugs in the cable', { act: 'plug', evse: 2 }],
  ['plugs in the cable at the EV', { act: 'plug', evse: 2, end: 'EV' }],
  ['half-plugs in the cable at the Charging Station', { act: 'plug', evse: 2, half: true, end: 'Charging Station' }],
  ['unplugs the cable', { act: 'unplug', evse: 2 }],
  ['unplugs the cable at the EV', { act: 'unplug', evse: 2, end: 'EV' }],
  ['presents <valid token>', { act: 'present', evse: 2, token }],
  ['presses stop', { act: 'press', evse: 2, button: 'stop' }],
  ['chooses "pay by card" on the display', { act: 'choose', evse: 2, option: 'pay by card' }],
  ['suspends charging', { act: 'charging', evse: 2, change: 'suspend' }],
  ['asks for a new contract certificate', { act: 'ask', evse: 2, subject: 'a new contract certificate' }],
  ['asks for an updated contract certificate', { act: 'ask', evse: 2, subject: 'an updated contract certificate' }],
  ['presses start', { act: 'press', evse: 2, button: 'start' }],
  ['resumes charging', { act: 'charging', evse: 2, change: 'resume' }],
  ['ends charging', { act: 'charging', evse: 2, change: 'end' }],
  ['asks for new limits', { act: 'ask', evse: 2, subject: 'new limits' }],
  ['power-cycles the Charging Station', { act: 'power', change: 'cycle' }],
  ['cuts the power', { act: 'power', change: 'cut' }],
  ['restores the power', { act: 'power', change: 'restore' }],
  ['raises a fault', { act: 'fault', change: 'raise', evse: 2, fault: 'OtherError' }],
  ['clears <ground failure>', { act: 'fault', change: 'clear', evse: 2, fault: 'ground failure' }],
  [
    'moves <monitored variable> above <upper threshold>',
    { act: 'move', evse: 2, quantity: 'monitored variable', to: 80 },
  ],
  ['moves <monitored variable> to 12.5', { act: 'move', evse: 2, quantity: 'monitored variable', to: 12.5 }],
  ['sets the meter to 4200 Wh', { act: 'meter', evse: 2, energyWh: 4200 }],
  ['fails the lock', { act: 'lock', evse: 2, change: 'fail' }],
];

describe('acts in words', () => {
  it.each(examples)('%s', (text, expected) => {
    expect(act(text)).toEqual(expected);
  });

  it.each(['plugs in', 'plugs in the cable at EVSE 2', 'presents a token', 'sets the meter to 1.5 Wh', ''])(
    'no act: %s',
    (text) => {
      expect(act(text)).toBeUndefined();
    },
  );

  it.each(Object.values(hands).flat())('the vocabulary has an act for /%s/', (source) => {
    expect(examples.some(([text]) => new RegExp(`^${source}$`).test(text))).toBe(true);
  });
});
