import { inRow } from '../../check/language/fault.ts';
import {
  type Cell,
  parseConfiguration,
  parseKeys,
  parseVertical,
  parseWide,
  type RawTable,
  type Row,
  TestDesignError,
} from '../../check/language/index.ts';
import { intents, keys } from '../../check/names.ts';
import { picsConditions } from '../../check/sentence-names.ts';
import { checkCellNames, checkRefs, checkRow } from '../../check/static-check.ts';
import type { CaseScope } from './case-scope.ts';
import { checkEvent } from './events.ts';
import { sutOf } from './roles.ts';
import type { Form, Sentence } from './sentence.ts';

type TableCheck = (scope: CaseScope, sentence: Sentence, table: RawTable) => void;

/** One definite value can be written at positions only (VOCABULARY.md section 2, sending). */
function checkSendable({ kind, path, label }: Row): void {
  if (kind === 'gap') throw new TestDesignError('a gap cannot be sent', 'the row in an expecting table');
  const open = path.some(({ index }) => index !== undefined && index.kind !== 'position');
  if (kind === 'field' && open) throw new TestDesignError(`${label} cannot be sent`, 'positions such as [0]');
}

function checkField(scope: CaseScope, event: string, row: Row, sending: boolean, request?: string): void {
  inRow(row.row, () => {
    if (sending) checkSendable(row);
    const told = request === undefined ? { sending } : { sending, request };
    checkRow(scope.setting.schemas, event, row, scope, told);
  });
}

/** The request that a `where` row looks at when its table is about an answer. */
const requestOf = (event: string) => (event.endsWith('Response') ? event.replace(/Response$/, 'Request') : undefined);

function message(scope: CaseScope, { names, actor, form }: Sentence, table: RawTable): void {
  const sending = actor !== sutOf(scope.setting.role);
  for (const column of parseVertical(table)) {
    for (const event of names) {
      const request = form === 'response' ? requestOf(event) : undefined;
      for (const row of column) checkField(scope, event, row, sending, request);
    }
  }
}

function pattern(scope: CaseScope, { actor }: Sentence, table: RawTable): void {
  const sending = actor !== sutOf(scope.setting.role);
  if (sending && table[0]?.includes('times') === true) {
    throw new TestDesignError('times cannot be sent', 'one row a message', 1);
  }
  for (const { row, event, times, rows } of parseWide(table)) {
    inRow(row, () => {
      for (const name of event.split(' or ')) checkEvent(scope, name, sending);
      if (times.condition !== undefined && !picsConditions.some((known) => known === times.condition)) {
        throw new TestDesignError(`unknown condition "${times.condition}"`, picsConditions.join(', '));
      }
      for (const each of rows) for (const name of event.split(' or ')) checkField(scope, name, each, sending);
    });
  }
}

/** Rows whose keys are a closed list; `sending` demands one definite value. */
function closed(
  scope: CaseScope,
  table: RawTable,
  known: readonly (string | RegExp)[],
  what: string,
  sending = false,
): void {
  for (const { row, cells } of parseKeys(table, known, what)) {
    inRow(row, () => {
      for (const cell of cells) checkCellNames(scope.setting.schemas, cell, scope, sending);
    });
  }
}

/** `contains X` of a configuration: X is written (ADR 0016). */
const isContained = ({ any: [match, ...others] }: Cell) => match?.op === 'contains' && others.length === 0;

function configure(scope: CaseScope, { actor }: Sentence, table: RawTable): void {
  if (actor === 'the CSMS') {
    closed(scope, table, keys.setting, 'the CSMS setting');
    return;
  }
  for (const { row, variable, cell } of parseConfiguration(table)) {
    inRow(row, () => {
      checkCellNames(scope.setting.schemas, cell, scope, !isContained(cell));
      const places = [variable.evse, variable.connector].filter((each) => typeof each === 'object');
      checkRefs(scope.setting.schemas, places, scope);
    });
  }
}

function state(scope: CaseScope, { words }: Sentence, table: RawTable): void {
  const name = words['state'] ?? '';
  const inputs = scope.setting.states.get(name)?.inputs ?? [];
  const request = inputs.find((input) => input.endsWith('Request'));
  const fields = request === undefined ? [] : table.filter(([key = '']) => !inputs.includes(key));
  const plain = request === undefined ? table : table.filter(([key = '']) => inputs.includes(key));
  if (plain.length > 0) closed(scope, plain, inputs, `state ${name}`, true);
  if (request === undefined || fields.length === 0) return;
  for (const row of parseVertical(fields).flat()) checkField(scope, request, row, true);
}

function ask(scope: CaseScope, { names: [asked = ''] }: Sentence, table: RawTable): void {
  const action = asked.replace(/Request$/, '');
  closed(scope, table, intents[action] ?? [], `intent ${action}`);
}

function answer(scope: CaseScope, { words }: Sentence, table: RawTable): void {
  const given = (words['answer'] ?? '').replace(/^an? /, '');
  const [rows = []] = parseVertical(table);
  const request = (words['request'] ?? '').replace(/s$/, '');
  for (const row of rows) checkField(scope, given, row, row.kind !== 'where', request);
}

const checks: Readonly<Partial<Record<Form, TableCheck>>> = {
  configure,
  state,
  message,
  pattern,
  past: message,
  response: message,
  answer,
  ask,
  sees: (scope, _sentence, table) => closed(scope, table, keys.operatorSees, 'what the operator sees'),
  shows: (scope, _sentence, table) => closed(scope, table, keys.rig, 'the rig'),
  connect: (scope, _sentence, table) => closed(scope, table, keys.connect, 'a connection'),
  verdict: (scope, _sentence, table) => closed(scope, table, keys.verdict, 'a connection'),
};

/** Throws TestDesignError for a table that does not fit its sentence, its message or the names known so far. */
export function checkTable(scope: CaseScope, sentence: Sentence, table: RawTable): void {
  const check = checks[sentence.form];
  if (check === undefined) throw new TestDesignError('takes no table', 'the sentence alone');
  check(scope, sentence, table);
}

/** A wide table whose rows may all be absent: it claims nothing by itself. */
export function claimsNothing({ form }: Sentence, table: RawTable | undefined): boolean {
  return form === 'pattern' && table !== undefined && parseWide(table).every(({ times }) => times.min === 0);
}
