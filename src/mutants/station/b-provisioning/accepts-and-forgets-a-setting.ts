import { serving } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** A value for Actual, asked for by name, is accepted and not set. */
export const acceptsAndForgetsASetting: StationMutant = {
  name: 'accepts-and-forgets-a-setting',
  role: 'station',
  requirement: 'B05.FR.10',
  cases: [{ id: 'TC_B_09_CS', check: 'TC_B_09_CS/5-responds-get-variables-response' }],
  harmless: 'TC_E_28_CS',
  apply: serving('SetVariables', (request, honest) =>
    request.setVariableData.every(({ attributeType }) => attributeType === 'Actual')
      ? {
          setVariableResult: request.setVariableData.map(({ attributeValue: _, ...about }) => ({
            ...about,
            attributeStatus: 'Accepted' as const,
          })),
        }
      : honest(request),
  ),
};
