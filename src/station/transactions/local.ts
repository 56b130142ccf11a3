import type { IdTokenEnumType } from '../../ocpp/generated/messages/TransactionEventRequest.ts';
import type { PresentedToken, SensorEvent } from '../../rig/model/index.ts';
import type { Core } from '../core.ts';
import { flagSetting } from '../settings.ts';
import { ownsCable } from './control.ts';
import { release } from './power.ts';
import { type Authorization, type IdToken, noAuthorization, type Session, sameToken } from './session.ts';

const tokenTypes: readonly IdTokenEnumType[] = [
  'Central',
  'eMAID',
  'ISO14443',
  'ISO15693',
  'KeyCode',
  'Local',
  'MacAddress',
  'NoAuthorization',
];

/** What the driver does with a card, a code or a button at the station (C01, C02, C09, C16, E07). */
export interface LocalAccess {
  sensed(event: SensorEvent): void;
}

export function createLocalAccess(core: Core): LocalAccess {
  const busy = new Set<number>();
  /** A master pass waits for the driver's choice on the display (C16.FR.01). */
  let masterPass: IdToken | undefined;

  const show = (session: Session, text: string) => core.rig.show(session.evseId, text);
  const stop = (session: Session, token: IdToken, stoppedReason: 'Local' | 'MasterPass') =>
    core.control.deauthorize(session, { trigger: 'StopAuthorized', stoppedReason, token });

  function stopByMasterPass(token: IdToken, evseId?: number): void {
    for (const session of core.control.sessions) {
      const meant = evseId === undefined || session.evseId === evseId;
      if (meant && session.transaction !== undefined) stop(session, token, 'MasterPass');
    }
  }

  const presentedAs = (token: IdToken, groupIdToken: string | undefined) => ({
    ...token,
    ...(groupIdToken === undefined ? {} : { groupIdToken }),
  });
  function mayStop(session: Session, token: IdToken, groupIdToken?: string): boolean {
    const started = session.authorization;
    if (started === undefined) return false;
    const facts = {
      idToken: started.token.idToken,
      ...(started.groupIdToken === undefined ? {} : { groupIdToken: started.groupIdToken }),
    };
    return core.parts.authorization.mayStop(presentedAs(token, groupIdToken), facts);
  }

  /** The token may take over: not already authorized, and no other owner of this transaction (C01.FR.23). */
  function mayBegin(session: Session, token: IdToken): boolean {
    const first = session.transaction?.authorizedBy;
    return core.connectors.mayCharge(session.evseId) && (first === undefined || sameToken(first.token, token));
  }
  const acceptsLocal = () =>
    !core.features.remoteOnly &&
    (core.boot.status === 'Accepted' || flagSetting(core, 'TxCtrlr', 'TxBeforeAcceptedEnabled')); // B02.FR.03

  async function presented(session: Session, token: IdToken): Promise<void> {
    const authorized = session.authorization;
    const known = core.authorizer.known(token);
    if (authorized !== undefined && mayStop(session, token, known?.groupIdToken)) {
      stop(session, token, 'Local'); // E07.FR.01: nobody is asked
      return;
    }
    if (authorized === undefined && ownsCable(session, token)) {
      release(core, session);
      if (session.transaction === undefined) return;
    }
    const { life } = core;
    const decision = await core.authorizer.decide(token, session.evseId);
    if (life !== core.life) return;
    if (!decision.accepted) {
      show(session, `Not accepted: ${decision.status}`);
      return;
    }
    if (core.authorizer.isMasterPass(decision.groupIdToken)) {
      useMasterPass(session, token);
      return;
    }
    if (session.authorization !== undefined) {
      if (mayStop(session, token, decision.groupIdToken)) stop(session, token, 'Local'); // C09.FR.03
      return;
    }
    if (mayBegin(session, token)) begin(session, token, decision.groupIdToken);
  }

  function begin(session: Session, token: IdToken, groupIdToken: string | undefined): void {
    const authorization: Authorization = { token, ...(groupIdToken === undefined ? {} : { groupIdToken }) };
    core.control.authorize(session, authorization, 'Authorized');
  }

  function useMasterPass(session: Session, token: IdToken): void {
    if (!core.rig.description.display) {
      stopByMasterPass(token); // C16.FR.02
      return;
    }
    masterPass = token;
    show(session, 'Master pass: choose the EVSE to stop, or all');
  }

  function token(session: Session, { idToken, type }: PresentedToken): void {
    const known = tokenTypes.find((name) => name === type);
    if (known === undefined || !acceptsLocal() || busy.has(session.evseId)) return;
    busy.add(session.evseId);
    core.background(presented(session, { idToken, type: known }).finally(() => busy.delete(session.evseId)));
  }

  function button(session: Session, pressed: 'start' | 'stop'): void {
    if (!acceptsLocal()) return;
    if (pressed === 'stop') {
      if (session.authorization !== undefined) stop(session, session.authorization.token, 'Local');
    } else if (session.authorization === undefined && mayBegin(session, noAuthorization))
      begin(session, noAuthorization, undefined);
  }

  function choice(option: string): void {
    if (masterPass === undefined) return;
    const pass = masterPass;
    masterPass = undefined;
    const evseId = Number(/\d+/.exec(option)?.[0]);
    stopByMasterPass(pass, Number.isInteger(evseId) ? evseId : undefined);
  }

  return {
    sensed(event) {
      const session = 'evse' in event && event.evse !== undefined ? core.control.session(event.evse) : undefined;
      if (session === undefined) return;
      if (event.sensor === 'token') token(session, event.token);
      else if (event.sensor === 'button') button(session, event.button);
      else if (event.sensor === 'display-choice') choice(event.option);
    },
  };
}
