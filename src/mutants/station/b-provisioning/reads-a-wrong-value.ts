import { changingAnswer } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** Whole numbers are read one too high. */
export const readsAWrongValue: StationMutant = {
  name: 'reads-a-wrong-value',
  role: 'station',
  requirement: 'B06.FR.10',
  cases: [{ id: 'TC_B_06_CS', check: 'TC_B_06_CS/3-responds-get-variables-response' }],
  harmless: 'TC_B_12_CS',
  apply: changingAnswer('GetVariables', (response) => ({
    ...response,
    getVariableResult: response.getVariableResult.map((result) =>
      /^\d+$/.test(result.attributeValue ?? '')
        ? { ...result, attributeValue: `${Number(result.attributeValue) + 1}` }
        : result,
    ),
  })),
};
