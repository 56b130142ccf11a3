import { type DataTable, defineStep } from '@cucumber/cucumber';
import type { CaseVerb } from '../src/harness/index.ts';
import type { AssayWorld } from './world.ts';

// Cucumber reads a body's length and appends a callback, which a rest parameter would swallow: cut, and set the length.
const forward = (count: number, verb: CaseVerb) =>
  Object.defineProperty(
    function (this: AssayWorld, ...args: unknown[]) {
      return this.case.perform(verb, args.slice(0, count).map(plainTable));
    },
    'length',
    { value: count },
  );
const isTable = (value: unknown): value is DataTable =>
  typeof value === 'object' && value !== null && 'rawTable' in value;
const plainTable = (value: unknown) => (isTable(value) ? { rows: value.raw() } : value);
const parameters = (expression: string) => (expression.match(/\{/g) ?? []).length;

/** The sentence as written. */
function plain(expression: string, verb: CaseVerb) {
  defineStep(expression, forward(parameters(expression), verb));
}
/** A sentence that always carries a table. */
function tabled(expression: string, verb: CaseVerb) {
  defineStep(expression, forward(parameters(expression) + 1, verb));
}
/** A sentence that may end in " with [requirements]:" and a table: two definitions, one line. */
function sentence(expression: string, verb: CaseVerb) {
  plain(expression, verb);
  tabled(`${expression.replace('{req}', '')} with{req}:`, verb);
}

// Preparation
tabled('{actor} is configured with:', 'configure');
sentence('the state is/becomes {state}{at}', 'reach');
plain('{asset} is {condition}', 'prepare');
// Messages
sentence('{actor} sends/makes {message}{window}{req}', 'send');
tabled('{actor} sends/makes {pattern}{window}{req}:', 'sendPattern');
sentence('{actor} has sent/made {past}{req}', 'lookBack');
sentence('{actor} responds with {message}{window}{req}', 'respond');
plain('{actor} answers {selection} with {answer}', 'answer');
tabled('{actor} answers {selection} with {answer} holding:', 'answer');
plain('{actor} reports {connectorStatus}{at}{window}{req}', 'report');
// Connection
sentence('{actor} connects{window}', 'connect');
sentence('{actor} {verdict} the connection{window}{req}', 'judgeConnection');
plain('{actor} {link}{window}{req}', 'changeLink');
// Hands, operator, rig
plain('{hand} {act}{at}', 'act');
sentence('the operator{ifNeeded} asks the CSMS to send {message}', 'ask');
tabled('the operator sees{req}:', 'operatorSees');
tabled('the rig shows{window}{req}:', 'rigShows');
// Rules and time
plain('the rule {string} holds{req}', 'holds');
plain('{duration} pass(es)', 'pass');
plain('the clock reaches {moment}', 'reachMoment');
// Appended to every case by the plan, never written in a feature.
plain('the judge gives the verdict', 'verdict');
