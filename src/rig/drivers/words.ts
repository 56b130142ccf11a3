import type { RigAct } from '../model/types.ts';

type ActName = RigAct['act'];
type Named<Act, Name> = Act extends { act: infer Names } ? (Name extends Names ? Act & { act: Name } : never) : never;
type ActOf = { readonly [Name in ActName]: Named<RigAct, Name> };
type Words = { readonly [Name in ActName]: (act: ActOf[Name]) => string };

const at = ({ evse, connector }: { readonly evse: number; readonly connector?: number }) =>
  connector === undefined ? `EVSE ${evse}` : `EVSE ${evse}, connector ${connector}`;
const where = ({ evse }: { readonly evse?: number }) => (evse === undefined ? '' : ` at EVSE ${evse}`);
const pick = <Key extends string>(key: Key, words: Readonly<Record<Key, string>>): string => words[key];

/** What a person is told to do, one sentence an act. */
const words: Words = {
  park: (act) => `Drive the car into the parking bay of ${at(act)} (or cover the bay sensor).`,
  leave: (act) => `Drive the car out of the parking bay of ${at(act)} (or uncover the bay sensor).`,
  plug: (act) => {
    if (act.half) return `Put the plug halfway into ${at(act)}, so that it does not latch, and leave it like that.`;
    if (act.end === 'EV') return `Plug the cable of ${at(act)} into the car. Leave the station's end as it is.`;
    if (act.end === 'Charging Station') return `Plug the cable into ${at(act)}. Leave the car's end as it is.`;
    return `Plug the cable into ${at(act)} and into the car.`;
  },
  unplug: (act) => {
    if (act.end === 'EV') return `Unplug the cable of ${at(act)} from the car. Leave the station's end as it is.`;
    if (act.end === 'Charging Station') return `Unplug the cable from ${at(act)}. Leave the car's end as it is.`;
    return `Unplug the cable from the car and from ${at(act)}.`;
  },
  present: ({ evse, token }) =>
    token.type === 'KeyCode'
      ? `Type the code ${token.idToken} at the station, for EVSE ${evse}.`
      : `Hold the ${token.type} card ${token.idToken} to the reader, for EVSE ${evse}.`,
  press: (act) => `Press the ${act.button} button of ${at(act)}.`,
  choose: (act) => `Choose "${act.option}" on the display of ${at(act)}.`,
  charging: (act) =>
    pick(act.change, {
      suspend: `Make the car at ${at(act)} pause charging. Leave the cable in.`,
      resume: `Make the car at ${at(act)} charge again.`,
      end: `End the charging in the car at ${at(act)}. Leave the cable in.`,
    }),
  ask: (act) => `Make the car at ${at(act)} ask the station for ${act.subject} (ISO 15118).`,
  power: ({ change }) =>
    pick(change, {
      cycle: 'Switch the mains supply of the station off, and on again when it is dark.',
      cut: 'Switch the mains supply of the station off, and leave it off.',
      restore: 'Switch the mains supply of the station on.',
    }),
  network: ({ change }) =>
    pick(change, {
      cut: 'Cut the network of the station (pull the network cable, or block its radio).',
      restore: 'Connect the network of the station again.',
    }),
  fault: (act) =>
    act.change === 'raise'
      ? `Cause the fault "${act.fault}"${where(act)}.`
      : `Clear the fault "${act.fault}"${where(act)}.`,
  meter: (act) => `Make the meter of ${at(act)} show ${act.energyWh} Wh.`,
  move: (act) => `Make the station measure ${act.quantity} = ${act.to}${where(act)}.`,
  lock: (act) =>
    act.change === 'fail'
      ? `Block the cable lock of ${at(act)}, so that it cannot move.`
      : `Free the cable lock of ${at(act)}.`,
  tamper: ({ change }) =>
    change === 'open'
      ? 'Open the door of the station, so that its tamper contact opens.'
      : 'Close the door of the station.',
};

/** The act in words for a person, with the EVSE as the station's label has it. */
export function sentence<Name extends ActName>(act: ActOf[Name] & { act: Name }): string {
  const say: Words[Name] = words[act.act];
  return say(act);
}
