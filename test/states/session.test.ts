import { describe, expect, it } from 'vitest';
import { CheckFailed, Inconclusive } from '../../src/harness/case/outcome.ts';
import { type MadeCase, makeCase } from '../harness/case-bench.ts';

type Payload = Record<string, unknown>;
const authorize = { idToken: { idToken: 'ASSAY0001', type: 'ISO14443' } };

/** The SUT answers every CALL of ours, and says more right after. */
function answering(made: MadeCase, answer: Payload, more: (action: string) => void = () => {}): void {
  made.stage.reply = ({ action, payload }) => {
    const id = `c${made.stage.sent.length}`;
    made.says('CSMS', [2, id, action, payload]);
    made.says('Charging Station', [3, id, answer]);
    more(action);
    return { kind: 'result', payload: answer };
  };
}
const reach = ({ run }: MadeCase, name: string, mode?: 'local' | 'remote', table?: string[][]) =>
  run.perform('reach', [
    { name, ...(mode === undefined ? {} : { mode }) },
    undefined,
    ...(table === undefined ? [] : [{ rows: table }]),
  ]);
const given = (role: 'station' | 'csms' = 'station', config: Payload = {}) => {
  const made = makeCase(role, { config });
  made.step('Given');
  return made;
};

describe('reaching a state of a station', () => {
  it('Booting: one reset, and none when a boot is under way', async () => {
    const made = given();
    answering(made, { status: 'Accepted' });
    await reach(made, 'Booting');
    expect(made.stage.sent).toEqual([{ action: 'Reset', payload: { type: 'Immediate' } }]);
    await reach(made, 'Booting');
    expect(made.stage.sent).toHaveLength(1);
    expect(made.run.checks.verdict).toBe('pass');
  });

  it('a station that refuses is inconclusive under Given', async () => {
    const made = given();
    answering(made, { status: 'Rejected' });
    await expect(reach(made, 'Booting')).rejects.toThrow(CheckFailed);
    expect(made.run.checks.all).toMatchObject([{ result: 'inconclusive', cause: 'preamble' }]);
  });

  it('ParkingBayOccupied: an act without effect on this hardware has no consequences', async () => {
    const made = given('station', { txStartPoint: ['ParkingBayOccupancy'] });
    made.stage.rigDoes = () => ({ outcome: 'no-effect' });
    await reach(made, 'ParkingBayOccupied');
    expect(made.stage.acts).toEqual([{ act: 'park', evse: 1 }]);
    expect(made.run.checks.all).toEqual([]);
  });

  it('Authorized (local): what comes before, the token, the request of the station', async () => {
    const made = given('station', { txStartPoint: ['PowerPathClosed'] });
    made.stage.rigDoes = (act) => {
      if (act.act === 'present') {
        made.says('Charging Station', [2, 's1', 'Authorize', authorize]);
        made.says('CSMS', [3, 's1', { idTokenInfo: { status: 'Accepted' } }]);
      }
      return { outcome: 'done' };
    };
    await reach(made, 'Authorized', 'local');
    expect(made.stage.acts.map(({ act }) => act)).toEqual(['park', 'present']);
    expect(made.run.situation.authorized).toBe(true);
    await reach(made, 'Authorized', 'local');
    expect(made.stage.acts).toHaveLength(2);
  });

  it('Authorized (remote): the request has what it needs, what the table says lies over it', async () => {
    const made = given('station', { txStartPoint: ['PowerPathClosed'], mode: 'local' });
    answering(made, { status: 'Accepted' });
    made.run.variables.set('AuthCtrlr.AuthorizeRemoteStart', 'false');
    await reach(made, 'Authorized', 'remote', [['chargingProfile.id', '5']]);
    expect(made.stage.sent[0]).toMatchObject({
      action: 'RequestStartTransaction',
      payload: { idToken: authorize.idToken, evseId: 1, chargingProfile: { id: 5 } },
    });
    expect(made.stage.sent[0]?.payload['remoteStartId']).toBeGreaterThan(0);
    expect(made.run.mode).toBe('local');
  });

  it('a token of the table is the one that is presented', async () => {
    const made = given('station', { txStartPoint: ['PowerPathClosed'] });
    made.stage.rigDoes = (act) => {
      if (act.act === 'present')
        made.says('Charging Station', [2, 's1', 'Authorize', { idToken: { idToken: 'ASSAY0002', type: 'ISO14443' } }]);
      return { outcome: 'done' };
    };
    await reach(made, 'Authorized', 'local', [['idToken', '<valid token 2>']]);
    expect(made.stage.acts.at(-1)).toMatchObject({ token: { idToken: 'ASSAY0002' } });
  });
});

describe('the table of a state', () => {
  it.each([
    ['EVDisconnected', [['reson', 'x']], 'EVDisconnected takes no "reson"'],
    ['Booting', [['reason', 'PowerUp']], 'Booting takes no "reason"'],
    ['SetChargingProfile', [['chargingProfil.id', '5']], 'has no field chargingProfil'],
  ])('%s %j', async (name, table, why) => {
    const made = given();
    await expect(reach(made, name, undefined, table)).rejects.toThrow(why);
    expect(made.run.checks.verdict).toBe('error');
    expect(made.stage.sent).toEqual([]);
  });
});

describe('reaching a state of a CSMS', () => {
  it('Reserved: the operator is asked, the request is expected, our station answers', async () => {
    const made = given('csms');
    const answers: unknown[] = [];
    made.stage.operatorDoes = () => {
      const request = { id: 1, expiryDateTime: '2026-03-01T13:00:00Z', evseId: 1, ...authorize };
      made.says('CSMS', [2, 'c1', 'ReserveNow', request]);
      made.stage.holds({
        action: 'ReserveNow',
        messageId: 'c1',
        request,
        answer: (answer) => answers.push(answer),
      });
      return { outcome: 'accepted' };
    };
    await reach(made, 'Reserved');
    expect(made.stage.orders).toEqual([
      {
        kind: 'send',
        action: 'ReserveNow',
        words: [
          ['evse', '1'],
          ['token', 'ASSAY0001'],
        ],
      },
    ]);
    expect(answers).toEqual([{ kind: 'result', payload: { status: 'Accepted' } }]);
    expect(made.run.checks.verdict).toBe('pass');
  });

  it('an operator who does not is no fault of the CSMS', async () => {
    const made = given('csms');
    made.stage.operatorDoes = () => ({ outcome: 'not-done', reason: 'out of paper' });
    await expect(reach(made, 'Reserved')).rejects.toThrow(Inconclusive);
    expect(made.run.checks.all).toMatchObject([{ cause: 'operator', result: 'inconclusive' }]);
  });
});
