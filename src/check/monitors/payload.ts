import { isRecord } from '../match/equal.ts';

/** One member of a payload: its value, its name, the name of the object it stands in. */
export type Visit = (value: unknown, name: string, holder: string, siblings: Readonly<Record<string, unknown>>) => void;

/** Visits every member of a payload, however deep; members of a list carry the name of the list. Vendor data is left out. */
export function visitMembers(payload: Readonly<Record<string, unknown>>, visit: Visit, holder = ''): void {
  for (const name in payload) {
    if (name !== 'customData') visitValue(payload[name], name, holder, payload, visit);
  }
}

function visitValue(
  value: unknown,
  name: string,
  holder: string,
  siblings: Readonly<Record<string, unknown>>,
  visit: Visit,
): void {
  if (Array.isArray(value)) {
    for (const each of value) visitValue(each, name, holder, siblings, visit);
    return;
  }
  visit(value, name, holder, siblings);
  if (isRecord(value)) visitMembers(value, visit, name);
}
