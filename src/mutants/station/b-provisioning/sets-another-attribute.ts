import { changingAnswer } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** Told to set Actual, it answers for Target. */
export const setsAnotherAttribute: StationMutant = {
  name: 'sets-another-attribute',
  role: 'station',
  requirement: 'B05.FR.03',
  cases: [{ id: 'TC_B_09_CS', check: 'TC_B_09_CS/3-responds-set-variables-response' }],
  harmless: 'TC_B_06_CS',
  apply: changingAnswer('SetVariables', (response, { setVariableData }) => ({
    ...response,
    setVariableResult: response.setVariableResult.map((result, index) =>
      setVariableData[index]?.attributeType === undefined ? result : { ...result, attributeType: 'Target' },
    ),
  })),
};
