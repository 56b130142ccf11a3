import {
  bare,
  type Cell,
  isSendable,
  type Match,
  nearest,
  type Path,
  printPath,
  type Ref,
  type Row,
  refsOf,
  suggestion,
  TestDesignError,
  type Value,
  valuesOf,
} from './language/index.ts';
import { cellRules, deepFields, isKnown, knownNames, views } from './names.ts';
import type { FieldSchema, SchemaNode, Schemas } from './schemas.ts';

const wrong = (what: string, expected?: string): never => {
  throw new TestDesignError(what, expected);
};

/** Enum words such as `Sample.Periodic` are written like a variable; a text field takes them as text. */
function checkLiteral(schema: SchemaNode, value: Value, field: string): void {
  if (value.kind === 'variable' && schema.type !== 'string') {
    const { properties } = schema;
    if (schema.type === 'object' && properties?.['component'] === undefined)
      wrong(`${field} is no component and variable`);
    return;
  }
  if (value.kind === 'periods' && schema.properties?.['startPeriod'] === undefined)
    wrong(`${field} has no schedule periods`);
  const literal =
    value.kind === 'literal'
      ? value.text
      : value.kind === 'variable'
        ? `${value.variable.component}.${value.variable.variable}`
        : undefined;
  if (literal === undefined) return;
  const quoted = value.kind === 'literal' && value.quoted;
  if (schema.type === 'object') wrong(`${field} is an object, not ${literal}`);
  if (schema.enum !== undefined && !schema.enum.includes(literal)) {
    wrong(`${field}: ${literal}${suggestion(literal, schema.enum)} is not one of its values`, schema.enum.join(', '));
  }
  if (schema.type === 'boolean' && !/^(?:true|false)$/.test(literal))
    wrong(`${field}: ${literal} is no boolean`, 'true or false');
  if (schema.format === 'date-time' && Number.isNaN(Date.parse(literal))) {
    wrong(`${field}: ${literal} is no time`, 'now, now + D, <ref> or a date-time');
  }
  const numeric = schema.type === 'integer' || schema.type === 'number';
  if (numeric && (quoted || Number.isNaN(Number(literal)))) wrong(`${field}: ${literal} is no number`);
}

const listOps: readonly Match['op'][] = ['items', 'same set as', 'contains', 'lacks'];

function checkMatch(schema: FieldSchema, match: Match, field: string): void {
  const inner = bare(match);
  const onLists = listOps.includes(inner.op);
  if (inner.op === 'items' && schema.type !== undefined && schema.type !== 'array') wrong(`${field} is no list`);
  if (!('value' in inner) || schema.type === undefined) return;
  const { value } = inner;
  if (schema.type !== 'array') {
    if (onLists && schema.type !== 'string') wrong(`${field} is ${schema.type}, not a list or text`);
    if (!onLists) checkLiteral(schema, value, field);
    return;
  }
  if (value.kind === 'literal' && !onLists) wrong(`${field} is a list`, 'an index, [a, b] or "N items"');
  const { item } = schema;
  if (item === undefined) return;
  for (const each of value.kind === 'list' ? value.items : [value]) checkLiteral(item, each, field);
}

/** Throws TestDesignError when a cell can never be a legal value of that field of that message. */
export function checkCell(schemas: Schemas, message: string, path: Path, cell: Cell): void {
  const schema = schemas.node(message, path);
  for (const match of cell.any) checkMatch(schema, match, `${message}.${printPath(path)}`);
}

/** What a case remembers as it goes; names grow step by step. */
export interface NameScope {
  readonly remembered: Set<string>;
}

/** Throws TestDesignError for a name that is neither fixture, generator nor remembered, or a path no message has. */
export function checkRefs(schemas: Schemas, refs: readonly Ref[], { remembered }: NameScope): void {
  for (const ref of refs) {
    if (ref.kind === 'message') schemas.checkRef(ref);
    if (ref.kind === 'name' && !remembered.has(ref.name) && !isKnown(ref.name)) {
      wrong(`unknown name <${ref.name}>${suggestion(ref.name, [...remembered, ...knownNames])}`);
    }
  }
}

/** A cell by itself: names, rules, what it remembers. `sending`: only one definite value. */
export function checkCellNames(schemas: Schemas, cell: Cell, scope: NameScope, sending: boolean): void {
  for (const match of cell.any.map(bare)) {
    if (match.op === 'obeys' && !cellRules.includes(match.rule)) {
      wrong(`unknown rule "${match.rule}"${suggestion(match.rule, cellRules)}`);
    }
  }
  checkRefs(schemas, refsOf(cell), scope);
  if (sending && !isSendable(cell)) wrong(`cannot be sent: ${cell.text}`, 'one definite value, or omitted');
  if (cell.remembers === undefined) return;
  if (isKnown(cell.remembers))
    wrong(`<${cell.remembers}> is the name of a fixture`, 'another name to remember it under');
  scope.remembered.add(cell.remembers);
}

function checkView(view: string, path: Path): void {
  const fields = views[view] ?? [];
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (!fields.includes(head.name)) {
    const near = nearest(head.name, fields);
    wrong(
      `${view} has no field ${head.name}${near === undefined ? '' : ` (did you mean "${near}"?)`}`,
      fields.join(', '),
    );
  }
  if (rest.length > 0 && !deepFields.includes(head.name)) wrong(`${view}.${head.name} has no parts`);
}

/**
 * One row against the message or view it describes. `request`: what a `where` row looks at instead, in answers.
 * Throws TestDesignError; adds remembered names to the scope.
 */
export function checkRow(
  schemas: Schemas,
  event: string,
  { path, cell, kind }: Row,
  scope: NameScope,
  { sending = false, request }: { readonly sending?: boolean; readonly request?: string } = {},
): void {
  const target = kind === 'where' && request !== undefined ? request : event;
  checkCellNames(schemas, cell, scope, sending && kind !== 'where');
  if (kind === 'gap') {
    const word = valuesOf(cell).find((value) => value.kind === 'literal' && Number.isNaN(Number(value.text)));
    if (word?.kind === 'literal') wrong(`gap is a duration, not ${word.text}`, 'seconds');
    return;
  }
  for (const { index } of path) {
    if (index?.kind === 'key' && typeof index.value !== 'string') checkRefs(schemas, [index.value], scope);
  }
  if (target === 'message') wrong('"message" has no fields');
  if (views[target] === undefined) checkCell(schemas, target, path, cell);
  else checkView(target, path);
}
