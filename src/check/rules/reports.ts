import { type CellRule, isRecord, partOf, type RuleContext, records } from './context.ts';
import { requiredVariables } from './required-variables.ts';

type Fields = Readonly<Record<string, unknown>>;
const nameOf = (value: unknown): string => String(partOf(value)['name']);

function spoken({ component, variable }: Fields): string {
  const instance = partOf(variable)['instance'];
  return `${nameOf(component)}.${nameOf(variable)}${instance === undefined ? '' : `[${String(instance)}]`}`;
}

/** Report base of the newest GetBaseReportRequest before the report. */
function baseOf({ observations = [], observation }: RuleContext): string {
  const before = observation?.index ?? Number.POSITIVE_INFINITY;
  const request = observations.findLast(({ name, index }) => name === 'GetBaseReportRequest' && index <= before);
  return String(request?.fields['reportBase'] ?? 'FullInventory');
}

/**
 * B07.FR.07, B07.FR.08: the report holds every variable that each station must have; for a ConfigurationInventory those that
 * the operator can always set. Variables of optional blocks are not asked for.
 */
export const mandatoryVariablesPresent: CellRule = (value, context) => {
  const reported = new Set(records(value).map(spoken));
  const base = baseOf(context);
  const missing = requiredVariables
    .filter(({ settable }) => base !== 'ConfigurationInventory' || settable)
    .map(({ name }) => name)
    .filter((name) => !reported.has(name));
  if (missing.length === 0) return undefined;
  return `${base === 'ConfigurationInventory' ? 'B07.FR.07' : 'B07.FR.08'}: the report lacks ${missing.join(', ')}`;
};

/**
 * B07.FR.07: a ConfigurationInventory holds what the operator can set, so every variable in it has an attribute that is ReadWrite
 * or WriteOnly; mutability left out means ReadWrite (VariableAttributeType).
 */
export const everyVariableCanBeSet: CellRule = (value) => {
  const entries = records(value);
  if (entries.length === 0) return 'B07.FR.07: the report is empty';
  const fixed = entries.filter((entry) =>
    records(entry['variableAttribute']).every(({ mutability }) => mutability === 'ReadOnly'),
  );
  return fixed.length === 0 ? undefined : `B07.FR.07: not to be set: ${fixed.map(spoken).join(', ')}`;
};

const listTypes: ReadonlySet<unknown> = new Set(['OptionList', 'SequenceList', 'MemberList']);
const scalarPatterns: Readonly<Record<string, RegExp>> = {
  integer: /^[-+]?\d+$/,
  decimal: /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/,
  boolean: /^(?:true|false)$/,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)$/,
};
const members = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** A value against dataType, limits and list of its characteristics (Part 2, VariableCharacteristicsType). */
function valueFault(text: string, characteristics: Fields): string | undefined {
  const { dataType, minLimit, maxLimit, valuesList } = characteristics;
  const pattern = scalarPatterns[String(dataType)];
  if (pattern !== undefined && !pattern.test(text)) return `"${text}" is no ${String(dataType)}`;
  const size = dataType === 'integer' || dataType === 'decimal' ? Number(text) : text.length;
  const limited = dataType !== 'boolean' && dataType !== 'dateTime' && !listTypes.has(dataType);
  if (limited && typeof minLimit === 'number' && size < minLimit) return `"${text}" is below minLimit ${minLimit}`;
  if (limited && typeof maxLimit === 'number' && size > maxLimit) return `"${text}" is above maxLimit ${maxLimit}`;
  if (typeof valuesList !== 'string' || !listTypes.has(dataType)) return undefined;
  const allowed = members(valuesList);
  const strange = (dataType === 'OptionList' ? [text] : members(text)).filter((each) => !allowed.includes(each));
  return strange.length === 0 ? undefined : `${strange.join(', ')} is not in the list ${valuesList}`;
}

function entryFault(entry: Fields): string | undefined {
  const characteristics = entry['variableCharacteristics'];
  if (!isRecord(characteristics)) return 'it has no characteristics';
  if (listTypes.has(characteristics['dataType']) && typeof characteristics['valuesList'] !== 'string') {
    return `${String(characteristics['dataType'])} without valuesList`;
  }
  for (const { value, mutability, type } of records(entry['variableAttribute'])) {
    if (mutability === 'WriteOnly' && value !== undefined) return 'a WriteOnly variable with a value (errata 2.10)';
    // Limits of a variable are held against its actual value; MinSet, MaxSet and Target may be unset.
    const plain = type === undefined || type === 'Actual';
    if (typeof value !== 'string' || value === '' || !plain) continue;
    const fault = valueFault(value, characteristics);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** B07.FR.07, B07.FR.08: every reported variable comes with characteristics, and its value fits them. */
export const valuesFitCharacteristics: CellRule = (value) => {
  const faults = records(value).flatMap((entry) => {
    const fault = entryFault(entry);
    return fault === undefined ? [] : [`${spoken(entry)}: ${fault}`];
  });
  return faults.length === 0
    ? undefined
    : `B07.FR.07, B07.FR.08: ${faults.slice(0, 5).join('; ')}${faults.length > 5 ? `; ${faults.length - 5} more` : ''}`;
};

/**
 * Errata 2025-09, TC_B_53_CS: a variable that is not WriteOnly is reported with its value. EVSE.Power has a maxLimit only, and
 * MinSet, MaxSet and Target need not be set.
 */
export const readableValuesPresent: CellRule = (value) => {
  const missing = records(value).filter((entry) => {
    if (nameOf(entry['component']) === 'EVSE' && nameOf(entry['variable']) === 'Power') return false;
    return records(entry['variableAttribute']).some(
      ({ mutability, type, value: text }) =>
        mutability !== 'WriteOnly' && (type === undefined || type === 'Actual') && text === undefined,
    );
  });
  return missing.length === 0 ? undefined : `B07.FR.08: reported without a value: ${missing.map(spoken).join(', ')}`;
};
