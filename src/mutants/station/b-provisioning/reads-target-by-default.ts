import { changingAnswer } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** Asked for no attribute, it answers for Target instead of Actual. */
export const readsTargetByDefault: StationMutant = {
  name: 'reads-target-by-default',
  role: 'station',
  requirement: 'B06.FR.11',
  cases: [{ id: 'TC_B_06_CS', check: 'TC_B_06_CS/5-responds-get-variables-response' }],
  harmless: 'TC_B_12_CS',
  apply: changingAnswer('GetVariables', (response, { getVariableData }) => ({
    ...response,
    getVariableResult: response.getVariableResult.map((result, index) =>
      getVariableData[index]?.attributeType !== undefined ? result : { ...result, attributeType: 'Target' },
    ),
  })),
};
