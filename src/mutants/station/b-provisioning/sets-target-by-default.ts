import { changingAnswer } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** Told no attribute, it answers for Target instead of Actual. */
export const setsTargetByDefault: StationMutant = {
  name: 'sets-target-by-default',
  role: 'station',
  requirement: 'B05.FR.12',
  cases: [{ id: 'TC_B_09_CS', check: 'TC_B_09_CS/7-responds-set-variables-response' }],
  harmless: 'TC_B_06_CS',
  apply: changingAnswer('SetVariables', (response, { setVariableData }) => ({
    ...response,
    setVariableResult: response.setVariableResult.map((result, index) =>
      setVariableData[index]?.attributeType !== undefined ? result : { ...result, attributeType: 'Target' },
    ),
  })),
};
