import { changingAnswer } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** Asked for Actual, it answers for Target. */
export const readsAnotherAttribute: StationMutant = {
  name: 'reads-another-attribute',
  role: 'station',
  requirement: 'B06.FR.03',
  cases: [{ id: 'TC_B_06_CS', check: 'TC_B_06_CS/3-responds-get-variables-response' }],
  harmless: 'TC_B_12_CS',
  apply: changingAnswer('GetVariables', (response, { getVariableData }) => ({
    ...response,
    getVariableResult: response.getVariableResult.map((result, index) =>
      getVariableData[index]?.attributeType === undefined ? result : { ...result, attributeType: 'Target' },
    ),
  })),
};
