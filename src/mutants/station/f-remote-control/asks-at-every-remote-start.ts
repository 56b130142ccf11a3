import { changingAnswer, serving } from '../laying/answers.ts';
import type { Defect, StationMutant } from '../types.ts';

interface Named {
  readonly component: { readonly name: string };
  readonly variable: { readonly name: string };
}
const meant = ({ component, variable }: Named) =>
  component.name === 'AuthCtrlr' && variable.name === 'AuthorizeRemoteStart';

/** The setting is shown as the CSMS has set it; what decides stays as it was. */
const forShowOnly: Defect = (parts) => {
  let shown: string | undefined;
  const set = serving('SetVariables', (request, honest) => {
    const data = request.setVariableData.find(meant);
    if (data === undefined) return honest(request);
    const { component, variable, attributeType = 'Actual', attributeValue } = data;
    shown = attributeValue;
    return { setVariableResult: [{ component, variable, attributeType, attributeStatus: 'Accepted' }] };
  });
  const get = changingAnswer('GetVariables', (response) => ({
    ...response,
    getVariableResult: response.getVariableResult.map((result) =>
      shown !== undefined && meant(result) ? { ...result, attributeValue: shown } : result,
    ),
  }));
  return get(set(parts));
};

/** AuthorizeRemoteStart false is accepted, and the token of a remote start is still shown to the CSMS. */
export const asksAtEveryRemoteStart: StationMutant = {
  name: 'asks-at-every-remote-start',
  role: 'station',
  requirement: 'F01.FR.02',
  cases: [{ id: 'TC_F_03_CS', check: 'TC_F_03_CS/6-has-sent-no-authorize-request' }],
  harmless: 'TC_E_03_CS',
  apply: forShowOnly,
};
