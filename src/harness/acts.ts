import type { CableEnd, RigAct } from '../rig/model/types.ts';

/** Values that an act's words refer to, resolved by the case. */
export interface ActWords {
  /** Token of a `<name>`. */
  token(name: string): { readonly idToken: string; readonly type: string };
  /** Number of a `<name>` or literal. */
  number(text: string): number;
  /** Text of a `<name>`. */
  text(name: string): string;
}

type Build = (evse: number, words: ActWords, match: RegExpExecArray) => RigAct;
const group = (match: RegExpExecArray, index: number) => match[index] ?? '';
const end = (text: string): { end?: CableEnd } =>
  text === '' ? {} : { end: text === ' at the EV' ? 'EV' : 'Charging Station' };

const table: readonly (readonly [RegExp, Build])[] = [
  [/^drives into the parking bay$/, (evse) => ({ act: 'park', evse })],
  [/^leaves the parking bay$/, (evse) => ({ act: 'leave', evse })],
  [
    /^(half-)?plugs in the cable( at the EV| at the Charging Station)?$/,
    (evse, _words, match) => ({
      act: 'plug',
      evse,
      ...(match[1] === undefined ? {} : { half: true }),
      ...end(group(match, 2)),
    }),
  ],
  [
    /^unplugs the cable( at the EV| at the Charging Station)?$/,
    (evse, _words, match) => ({ act: 'unplug', evse, ...end(group(match, 1)) }),
  ],
  [/^presents <([^>]+)>$/, (evse, words, match) => ({ act: 'present', evse, token: words.token(group(match, 1)) })],
  [
    /^presses (start|stop)$/,
    (evse, _words, match) => ({ act: 'press', evse, button: match[1] === 'stop' ? 'stop' : 'start' }),
  ],
  [/^chooses "([^"]+)" on the display$/, (evse, _words, match) => ({ act: 'choose', evse, option: group(match, 1) })],
  [/^suspends charging$/, (evse) => ({ act: 'charging', evse, change: 'suspend' })],
  [/^resumes charging$/, (evse) => ({ act: 'charging', evse, change: 'resume' })],
  [/^ends charging$/, (evse) => ({ act: 'charging', evse, change: 'end' })],
  [/^asks for new limits$/, (evse) => ({ act: 'ask', evse, subject: 'new limits' })],
  [/^asks for a new contract certificate$/, (evse) => ({ act: 'ask', evse, subject: 'a new contract certificate' })],
  [
    /^asks for an updated contract certificate$/,
    (evse) => ({ act: 'ask', evse, subject: 'an updated contract certificate' }),
  ],
  [/^power-cycles the Charging Station$/, () => ({ act: 'power', change: 'cycle' })],
  [/^cuts the power$/, () => ({ act: 'power', change: 'cut' })],
  [/^restores the power$/, () => ({ act: 'power', change: 'restore' })],
  [
    /^(raises|clears) (?:a fault|<([^>]+)>)$/,
    (evse, words, match) => ({
      act: 'fault',
      change: match[1] === 'raises' ? 'raise' : 'clear',
      evse,
      fault: match[2] === undefined ? 'OtherError' : words.text(match[2]),
    }),
  ],
  [
    /^moves <([^>]+)> (?:above|below|to) (.+)$/,
    (evse, words, match) => ({
      act: 'move',
      evse,
      quantity: group(match, 1),
      to: words.number(group(match, 2)),
    }),
  ],
  [/^sets the meter to (\d+) Wh$/, (evse, _words, match) => ({ act: 'meter', evse, energyWh: Number(match[1]) })],
  [/^fails the lock$/, (evse) => ({ act: 'lock', evse, change: 'fail' })],
];

/** The rig act that a sentence names; undefined = no such act in the vocabulary. */
export function rigAct(text: string, evse: number, words: ActWords): RigAct | undefined {
  for (const [pattern, build] of table) {
    const match = pattern.exec(text);
    if (match !== null) return build(evse, words, match);
  }
  return undefined;
}
