import { standardVariables } from './standard.ts';
import type {
  AttributeDefinition,
  DataType,
  Mutability,
  StandardDataType,
  VariableDefinition,
  Where,
} from './types.ts';

export interface DefinitionOptions extends Where {
  readonly value?: string;
  /** Default ReadOnly. */
  readonly mutability?: Mutability;
  /** Default: true when writable (Part 2, referenced variables: writable means persistent). */
  readonly persistent?: boolean;
  readonly constant?: boolean;
  readonly minLimit?: number;
  readonly maxLimit?: number;
  readonly valuesList?: readonly string[];
  readonly supportsMonitoring?: boolean;
  readonly rebootRequired?: boolean;
  /** Only for variables that the appendix does not list (Part 4, errata). */
  readonly dataType?: DataType;
  readonly unit?: string;
  /** Supported beside Actual, unset at first. */
  readonly furtherAttributes?: readonly ('Target' | 'MinSet' | 'MaxSet')[];
}

const reported = (dataType: StandardDataType): DataType =>
  dataType === 'passwordString' || dataType === 'identifierString' ? 'string' : dataType;

/** Row of the appendix: of the component itself, of the generic part, or with a placeholder instance such as `<n>`. */
function standard(component: string, variable: string, instance: string | undefined) {
  const rows = standardVariables.filter(([, name]) => name === variable);
  const own = rows.filter(([name]) => name === component);
  return (
    own.find(([, , name]) => name === (instance ?? '')) ??
    own.find(([, , name]) => name === '' || name.startsWith('<')) ??
    rows.find(([name]) => name === '<generic>')
  );
}

function attributes(options: DefinitionOptions): AttributeDefinition[] {
  const mutability = options.mutability ?? 'ReadOnly';
  const persistent = options.persistent ?? mutability !== 'ReadOnly';
  const shared = { mutability, persistent, constant: options.constant ?? false };
  return [
    { type: 'Actual', value: options.value, ...shared },
    ...(options.furtherAttributes ?? []).map((type) => ({ type, value: undefined, ...shared, constant: false })),
  ];
}

/**
 * A variable of this station. Data type and unit come from the appendix when it lists the variable. Throws when neither the
 * appendix nor `options` give a data type.
 */
export function define(component: string, variable: string, options: DefinitionOptions = {}): VariableDefinition {
  const { instance, evseId, connectorId, componentInstance, minLimit, maxLimit, valuesList } = options;
  const row = standard(component, variable, instance);
  const dataType = options.dataType ?? (row === undefined ? undefined : reported(row[4]));
  if (dataType === undefined) throw new Error(`${component}.${variable}: not in the appendix, so it needs a data type`);
  const unit = options.unit ?? row?.[5].split(',')[0];
  return {
    component,
    variable,
    where: {
      ...(instance === undefined ? {} : { instance }),
      ...(evseId === undefined ? {} : { evseId }),
      ...(connectorId === undefined ? {} : { connectorId }),
      ...(componentInstance === undefined ? {} : { componentInstance }),
    },
    attributes: attributes(options),
    dataType,
    ...(unit === undefined || unit === '' ? {} : { unit }),
    ...(minLimit === undefined ? {} : { minLimit }),
    ...(maxLimit === undefined ? {} : { maxLimit }),
    ...(valuesList === undefined ? {} : { valuesList }),
    supportsMonitoring: options.supportsMonitoring ?? false,
    rebootRequired: options.rebootRequired ?? false,
  };
}
