import { type Inventory, membersOf } from './inventory.ts';

/** What a device tells about a question, and how it shows. */
export interface Learned {
  readonly answer: boolean;
  readonly from: string;
  /** As it is written in a statement, where that is more than yes or no. */
  readonly value?: string;
}
/** Looks at a device; undefined = it does not tell. */
export type Look = (device: Inventory) => Learned | undefined;

const yes = (from: string): Learned => ({ answer: true, from });
const no = (from: string): Learned => ({ answer: false, from });
/** Absence says something only where everything was reported. */
const absent = (device: Inventory, name: string) => (device.complete ? no(`${name} is not there`) : undefined);

/** The variable exists. */
export function there(component: string, variable: string): Look {
  return (device) =>
    device.find(component, variable) === undefined
      ? absent(device, `${component}.${variable}`)
      : yes(`${component}.${variable} is there`);
}

/** A boolean that is true, or can be made so. */
export function flag(component: string, variable: string, wanted: 'true' | 'false' = 'true'): Look {
  return (device) => {
    const name = `${component}.${variable}`;
    const found = device.find(component, variable);
    if (found === undefined) return absent(device, name);
    if (found.writable) return yes(`${name} can be set`);
    if (found.value === undefined) return undefined;
    const known = `${name} is ${found.value}`;
    if (found.value === wanted) return yes(known);
    // GetVariables does not tell whether it can be changed.
    return device.complete ? no(`${known} and read-only`) : undefined;
  };
}

/** The variable can be changed. */
export function writable(component: string, variable: string): Look {
  return (device) => {
    const found = device.find(component, variable);
    const name = `${component}.${variable}`;
    if (found === undefined) return absent(device, name);
    if (found.writable) return yes(`${name} can be set`);
    return device.complete ? no(`${name} is read-only`) : undefined;
  };
}

/** A member of a list: among the choices of one that can be set, in the value of one that cannot. */
export function member(component: string, variable: string, wanted: string): Look {
  return (device) => {
    const name = `${component}.${variable}`;
    const found = device.find(component, variable);
    if (found === undefined) return absent(device, name);
    const now = membersOf(found.value ?? '');
    if (now.includes(wanted)) return yes(`${name} is ${found.value ?? ''}`);
    if (found.writable && found.choices === undefined) return undefined;
    if (found.writable && found.choices?.includes(wanted) === true)
      return yes(`${name} can be ${found.choices.join(',')}`);
    if (!device.complete) return undefined;
    return no(found.writable ? `${name} cannot be ${wanted}` : `${name} is ${found.value ?? ''} and read-only`);
  };
}

/** A list variable that is not empty. */
export function filled(component: string, variable: string): Look {
  return (device) => {
    const found = device.find(component, variable);
    if (found === undefined) return absent(device, `${component}.${variable}`);
    const holds = membersOf(found.value ?? '').length > 0 || (found.choices ?? []).length > 0;
    return holds ? yes(`${component}.${variable} is ${found.value ?? ''}`) : undefined;
  };
}

/** A functional block by its controller (Part 5, chapter 5): not there = not supported; there and available = supported. */
export function block(...controllers: readonly string[]): Look {
  return (device) => {
    const missing = controllers.find((controller) => !device.has(controller));
    if (missing !== undefined) return absent(device, missing);
    const states = controllers.map((controller) => device.all(controller, 'Available').map(({ value }) => value));
    const off = controllers.find((_controller, index) => states[index]?.includes('false') === true);
    if (off !== undefined) return no(`${off}.Available is false`);
    if (states.every((values) => values.length > 0 && values.every((value) => value === 'true')))
      return yes(`${controllers.join(' and ')}: Available is true`);
    return undefined;
  };
}

/** One of several looks says yes: yes; all say no: no. */
export function anyOf(...looks: readonly Look[]): Look {
  return (device) => {
    const found = looks.map((look) => look(device));
    const positive = found.find((each) => each?.answer === true);
    if (positive !== undefined) return positive;
    return found.every((each) => each !== undefined) ? found[0] : undefined;
  };
}

/** The first look that says anything. */
export function firstOf(...looks: readonly Look[]): Look {
  return (device) => {
    for (const look of looks) {
      const found = look(device);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** All looks say yes: yes; one says no: no. */
export function allOf(...looks: readonly Look[]): Look {
  return (device) => {
    const found = looks.map((look) => look(device));
    const negative = found.find((each) => each?.answer === false);
    if (negative !== undefined) return negative;
    return found.every((each) => each !== undefined) ? found[0] : undefined;
  };
}

/** Only a yes counts: its contrary does not show in the device model. */
export const onlyYes =
  (look: Look): Look =>
  (device) => {
    const found = look(device);
    return found?.answer === true ? found : undefined;
  };
export const onlyNo =
  (look: Look): Look =>
  (device) => {
    const found = look(device);
    return found?.answer === false ? found : undefined;
  };
