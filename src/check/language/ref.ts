import type { Ref, VariableName } from './ast.ts';
import { TestDesignError } from './fault.ts';
import { parsePath, printPath } from './path.ts';

const place = String.raw`\d+|<[^<>]+>`;
const variablePattern = new RegExp(String.raw`^([A-Z]\w*)(?:@(${place})(?:,(${place}))?)?\.([A-Z]\w*)(?:\[(\w+)\])?$`);
const messagePattern = /^(?:(\d+)(?:st|nd|rd|th) )?([A-Z]\w+(?:Request|Response))\.(.+)$/;
const namePattern = /^\w[\w &'-]*$/;

function parsePlace(text: string): number | Ref {
  return /^\d+$/.test(text) ? Number(text) : parseRef(text);
}

/** `Component@evse,connector.Variable[instance]`; undefined when the text is something else. */
export function readVariable(text: string): VariableName | undefined {
  const [, component, evse, connector, variable, instance] = variablePattern.exec(text) ?? [];
  if (component === undefined || variable === undefined) return undefined;
  return {
    component,
    variable,
    ...(evse === undefined ? {} : { evse: parsePlace(evse) }),
    ...(connector === undefined ? {} : { connector: parsePlace(connector) }),
    ...(instance === undefined ? {} : { instance }),
  };
}

const printPlace = (slot: number | Ref): string => (typeof slot === 'number' ? String(slot) : printRef(slot));

export function printVariable({ component, evse, connector, variable, instance }: VariableName): string {
  const at =
    evse === undefined ? '' : `@${printPlace(evse)}${connector === undefined ? '' : `,${printPlace(connector)}`}`;
  return `${component}${at}.${variable}${instance === undefined ? '' : `[${instance}]`}`;
}

/** `<name>`, `<Message.path>`, `<2nd Message.path>` or `<Component.Variable>`, angle brackets included. */
export function parseRef(text: string): Ref {
  const inside = /^<([^<>]+)>$/.exec(text)?.[1];
  if (inside === undefined)
    throw new TestDesignError(`unreadable name ${text}`, '<name>, <Message.path> or <Component.Variable>');
  const [, nth, message, path] = messagePattern.exec(inside) ?? [];
  if (message !== undefined && path !== undefined) {
    if (nth === '0') throw new TestDesignError(`unreadable name ${text}`, 'a count from 1st');
    return { kind: 'message', nth: nth === undefined ? 'last' : Number(nth), message, path: parsePath(path) };
  }
  const variable = readVariable(inside);
  if (variable) return { kind: 'variable', variable };
  if (!namePattern.test(inside)) {
    throw new TestDesignError(`unreadable name ${text}`, '<name>, <Message.path> or <Component.Variable>');
  }
  return { kind: 'name', name: inside };
}

const suffixes = ['th', 'st', 'nd', 'rd'];
const ordinal = (n: number): string => {
  const suffix = n % 100 > 10 && n % 100 < 14 ? 'th' : (suffixes[n % 10] ?? 'th');
  return `${n}${suffix} `;
};

export function printRef(ref: Ref): string {
  if (ref.kind === 'name') return `<${ref.name}>`;
  if (ref.kind === 'variable') return `<${printVariable(ref.variable)}>`;
  return `<${ref.nth === 'last' ? '' : ordinal(ref.nth)}${ref.message}.${printPath(ref.path)}>`;
}
