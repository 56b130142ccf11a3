import type { Action, Requests, Responses } from '../ocpp/index.ts';
import { variableOf } from './handlers/reports.ts';
import { fullList, listUpdate } from './orders/authorization.ts';
import type { OrderContext } from './orders/context.ts';
import { variableName } from './payload.ts';
import type { StationRecord } from './station-record.ts';

export type Follow = <A extends Action>(action: A, request: Requests[A]) => void;
type Outcome<A extends Action> = (
  request: Requests[A],
  response: Responses[A],
  context: OrderContext,
  follow: Follow,
) => void;
type Outcomes = { readonly [A in Action]?: Outcome<A> };

const priorityName = 'OCPPCommCtrlr.NetworkConfigurationPriority';
const passwordName = 'SecurityCtrlr.BasicAuthPassword';

const setVariables: Outcome<'SetVariables'> = ({ setVariableData }, { setVariableResult }, { record, parts }) => {
  for (const { component, variable, attributeValue } of setVariableData) {
    const name = variableName({ component, variable });
    const result = setVariableResult.find((one) => variableName(one) === name);
    if (result === undefined) continue;
    const status = result.attributeStatus;
    if (name === passwordName) parts.passwords.changed(record, attributeValue, status);
    else if (status === 'Accepted') variableOf(record, { component, variable }).values.set('Actual', attributeValue);
    const first = record.networkSlots.get(Number(attributeValue.split(',')[0]));
    if (name === priorityName && first !== undefined && /Accepted|RebootRequired/.test(status))
      record.upgradesOrdered.add(first);
  }
};

const sendLocalList: Outcome<'SendLocalList'> = (request, { status }, context, follow) => {
  const { localList } = context.record;
  if (status !== 'Accepted') {
    // D01.FR.03; a failed full update is not repeated.
    if (request.updateType === 'Differential') for (const full of fullList(context)) follow('SendLocalList', full);
    return;
  }
  if (request.updateType === 'Full') localList.clear();
  for (const { idToken, idTokenInfo } of request.localAuthorizationList ?? []) {
    if (idTokenInfo === undefined) localList.delete(idToken.idToken);
    else localList.add(idToken.idToken);
  }
};

/** A token whose customer was cleared leaves the local list too (N10.FR.02). */
const customerInformation: Outcome<'CustomerInformation'> = ({ idToken, clear }, { status }, context, follow) => {
  if (status !== 'Accepted' || !clear || idToken === undefined || !context.record.localList.has(idToken.idToken))
    return;
  for (const update of listUpdate(context, 'Differential', [{ idToken }])) follow('SendLocalList', update);
};

const clearChargingProfile: Outcome<'ClearChargingProfile'> = (request, { status }, { record }) => {
  if (status !== 'Accepted') return;
  const { chargingProfileId, chargingProfileCriteria: wanted } = request;
  for (const [id, profile] of record.profiles) {
    const meant =
      chargingProfileId === undefined
        ? [undefined, profile.evseId].includes(wanted?.evseId) &&
          [undefined, profile.stackLevel].includes(wanted?.stackLevel) &&
          [undefined, profile.purpose].includes(wanted?.chargingProfilePurpose)
        : id === chargingProfileId;
    if (meant) record.profiles.delete(id);
  }
};

const setVariableMonitoring: Outcome<'SetVariableMonitoring'> = (
  { setMonitoringData },
  { setMonitoringResult },
  { record },
) => {
  const accepted = setMonitoringResult.filter(({ status }) => status === 'Accepted');
  record.latestMonitorIds = accepted.flatMap(({ id }) => id ?? []);
  for (const { id, type, severity, component, variable } of accepted) {
    const name = variableName({ component, variable });
    const value = setMonitoringData.find((one) => one.type === type && variableName(one) === name)?.value ?? 0;
    if (id !== undefined) record.monitors.set(id, { id, type, value, severity, variable: name });
  }
};

/** What the CSMS learns from a station's answers. */
const outcomes: Outcomes = {
  SetVariables: setVariables,
  SendLocalList: sendLocalList,
  CustomerInformation: customerInformation,
  ClearChargingProfile: clearChargingProfile,
  SetVariableMonitoring: setVariableMonitoring,
  GetVariables: (_request, { getVariableResult }, { record }) => {
    for (const {
      component,
      variable,
      attributeType = 'Actual',
      attributeValue,
      attributeStatus,
    } of getVariableResult) {
      if (attributeStatus === 'Accepted')
        variableOf(record, { component, variable }).values.set(attributeType, attributeValue);
    }
  },
  SetNetworkProfile: ({ configurationSlot, connectionData }, { status }, { record }) => {
    const { securityProfile } = connectionData;
    if (status === 'Accepted' && (securityProfile === 1 || securityProfile === 2 || securityProfile === 3)) {
      record.networkSlots.set(configurationSlot, securityProfile);
    }
  },
  GetLocalListVersion: (_request, { versionNumber }, { record }) => {
    record.localListVersion = Math.max(versionNumber, 0);
  },
  GetInstalledCertificateIds: (_request, { certificateHashDataChain = [] }, { record }) => {
    record.installedCertificates = certificateHashDataChain.map(({ certificateHashData }) => certificateHashData);
  },
  ClearVariableMonitoring: (_request, { clearMonitoringResult }, { record }) => {
    for (const { id, status } of clearMonitoringResult) if (status === 'Accepted') record.monitors.delete(id);
  },
};

/** Books a station's answer to our CALL. */
export function bookOutcome<A extends Action>(
  action: A,
  request: Requests[A],
  response: Responses[A],
  context: OrderContext,
  follow: Follow,
): void {
  const outcome: Outcome<A> | undefined = outcomes[action];
  context.record.answers.set(action, response);
  outcome?.(request, response, context, follow);
}

/** Actions a request of ours asks the station to start (B02.FR.02). */
export function asksFor(action: string, payload: Readonly<Record<string, unknown>>): string | undefined {
  if (action === 'GetBaseReport' || action === 'GetReport') return 'NotifyReport';
  if (action !== 'TriggerMessage') return undefined;
  const wanted = String(payload['requestedMessage']);
  return /^Sign.*Certificate$/.test(wanted) ? 'SignCertificate' : wanted;
}

/** Forgets what a reboot or a new connection makes void; kept here beside what is learnt. */
export function noteConnected(record: StationRecord, securityProfile: 1 | 2 | 3): void {
  if (!record.upgradesOrdered.has(securityProfile)) return;
  // A05.FR.07: from the first connection with the new profile on, lower ones are closed.
  record.securityProfiles = new Set([...record.securityProfiles].filter((one) => one >= securityProfile));
  record.upgradesOrdered.delete(securityProfile);
}
