import { define } from '../definition.ts';
import type { VariableDefinition } from '../types.ts';

const measurands = [
  'Current.Import',
  'Current.Offered',
  'Energy.Active.Import.Register',
  'Power.Active.Import',
  'Power.Offered',
  'SoC',
  'Voltage',
];
const writable = { mutability: 'ReadWrite' } as const;
const list = { valuesList: measurands, maxLimit: 500, ...writable } as const;
const interval = { minLimit: 0, ...writable } as const;

/** SampledDataCtrlr and AlignedDataCtrlr (Part 2, referenced variables, metering). */
export function meteringVariables(): VariableDefinition[] {
  const energy = 'Energy.Active.Import.Register';
  return [
    define('SampledDataCtrlr', 'Available', { value: 'true', constant: true }),
    define('SampledDataCtrlr', 'Enabled', { value: 'true', ...writable }),
    define('SampledDataCtrlr', 'TxStartedMeasurands', { value: energy, ...list }),
    define('SampledDataCtrlr', 'TxUpdatedMeasurands', { value: `${energy},Power.Active.Import`, ...list }),
    define('SampledDataCtrlr', 'TxUpdatedInterval', { value: '60', ...interval }),
    define('SampledDataCtrlr', 'TxEndedMeasurands', { value: energy, ...list }),
    define('SampledDataCtrlr', 'TxEndedInterval', { value: '0', ...interval }),
    define('AlignedDataCtrlr', 'Available', { value: 'true', constant: true }),
    define('AlignedDataCtrlr', 'Enabled', { value: 'true', ...writable }),
    define('AlignedDataCtrlr', 'Measurands', { value: energy, ...list }),
    define('AlignedDataCtrlr', 'Interval', { value: '900', ...interval }),
    define('AlignedDataCtrlr', 'SendDuringIdle', { value: 'false', ...writable }),
    define('AlignedDataCtrlr', 'TxEndedMeasurands', { value: energy, ...list }),
    define('AlignedDataCtrlr', 'TxEndedInterval', { value: '0', ...interval }),
  ];
}
