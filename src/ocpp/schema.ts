import type { Requests, Responses } from './generated/messages.ts';
import { actions } from './generated/messages.ts';
import { validators } from './generated/validators.js';

/** One of the 64 OCPP 2.0.1 actions. */
export type Action = keyof Requests;
export type Side = 'Request' | 'Response';
export type Payload<A extends Action, S extends Side> = S extends 'Request' ? Requests[A] : Responses[A];

/** Where a payload leaves its official schema: JSON pointer, JSON-schema keyword, words. */
export interface SchemaFault {
  readonly path: string;
  readonly keyword: string;
  readonly message: string;
}

const known: ReadonlySet<string> = new Set(actions);

export const allActions: readonly Action[] = actions;

export function isAction(name: string): name is Action {
  return known.has(name);
}

/** All faults of a payload against the official Part 3 schema of its message; empty when it fits. */
export function schemaFaults(action: Action, side: Side, payload: unknown): SchemaFault[] {
  const validate = validators[`${action}${side}`];
  if (validate(payload)) return [];
  return (validate.errors ?? []).map(({ instancePath, keyword, message, params }) => ({
    path: instancePath === '' ? '/' : instancePath,
    keyword,
    message: `${message ?? keyword}${keyword === 'additionalProperties' ? `: ${String(params['additionalProperty'])}` : ''}`,
  }));
}

/** True when the payload fits the schema, and then typed. */
export function fits<A extends Action, S extends Side>(action: A, side: S, payload: unknown): payload is Payload<A, S> {
  return schemaFaults(action, side, payload).length === 0;
}
