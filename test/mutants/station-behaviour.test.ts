import { beforeAll, describe, expect, it, test } from 'vitest';
import { stationMutants } from '../../src/mutants/station/index.ts';
import { createRunPki, type RunPki } from '../../src/pki/issue/index.ts';
import { readCertificate } from '../../src/pki/parse/index.ts';
import type { TlsFacts } from '../../src/transport/types.ts';
import { type Bench, bench, booted, calm, settings, token } from '../station/bench.ts';
import { VirtualClock } from '../station/virtual-clock.ts';

/** What lays a mutant over the station of a bench. */
function broken(name: string) {
  const mutant = stationMutants[name];
  if (mutant === undefined) throw new Error(`no station mutant "${name}"`);
  return { shape: mutant.apply };
}
const bootAnswer = (status: string) => (made: Bench) =>
  made.csms.on('BootNotification', () => ({
    status,
    interval: 40,
    currentTime: new Date(made.clock.now()).toISOString(),
  }));

describe('a certificate of the CSMS', () => {
  let pki: RunPki;
  beforeAll(async () => {
    pki = await createRunPki({
      serverNames: ['csms.example'],
      stationIdentity: 'CS-1',
      organization: 'Operator',
      includeRsa: false,
      at: new VirtualClock().wallNow(),
    });
  });

  function shown(name: keyof RunPki['servers']): TlsFacts {
    const pem = pki.servers[name][0]?.certificate ?? '';
    const leaf = readCertificate(pem);
    return { version: 'TLSv1.3', suite: '', authorized: false, peerCertificate: leaf, peerChain: [leaf] };
  }
  const defects = ['expired', 'not yet valid', 'unknown root', 'other host name', 'wildcard host name'] as const;
  const accepted = (options: Parameters<typeof bench>[0]) => {
    const { parts } = bench({ trust: { csmsRoots: [pki.csms.EC.certificate] }, ...options }).station;
    return defects.filter((name) => parts.connection.verifyServer(shown(name), 'csms.example') === undefined);
  };

  it('with a defect is refused by the honest station', () => expect(accepted({})).toEqual([]));
  it.each([
    ['accepts-expired-csms-certificate', 'expired'],
    ['accepts-premature-csms-certificate', 'not yet valid'],
    ['accepts-csms-certificate-of-any-issuer', 'unknown root'],
    ['accepts-csms-certificate-of-any-host', 'other host name'],
    ['accepts-wildcard-csms-certificate', 'wildcard host name'],
  ])('%s, of all defects only: %s', (name, defect) => expect(accepted(broken(name))).toEqual([defect]));
});

describe('connections', () => {
  it('forgets-its-username after the first', async () => {
    const { csms, clock } = await booted(broken('forgets-its-username'));
    csms.cut();
    await clock.pass(60);
    expect(csms.attempts.map(({ credentials }) => credentials?.username)).toEqual(['CS-1', 'charger']);
  });

  it('keeps-the-old-password', async () => {
    const { csms, clock } = await booted(broken('keeps-the-old-password'));
    const variable = { component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } };
    const setVariableData = [{ ...variable, attributeValue: 'another-password-of-length' }];
    expect(await csms.ask('SetVariables', { setVariableData })).toMatchObject({
      setVariableResult: [{ attributeStatus: 'Accepted' }],
    });
    await clock.pass(60);
    expect(csms.attempts.map(({ credentials }) => credentials?.password)).toEqual([
      'a-password-of-enough-length',
      'a-password-of-enough-length',
    ]);
  });
});

describe('boot', () => {
  async function rejected(name: string): Promise<Bench> {
    const made = bench(broken(name));
    bootAnswer('Rejected')(made);
    made.station.start();
    await calm();
    return made;
  }

  it('boots-again-too-early', async () => {
    const { csms, clock } = await rejected('boots-again-too-early');
    await clock.pass(21);
    expect(csms.of('BootNotification')).toHaveLength(2);
  });

  it('speaks-while-rejected', async () => {
    const { csms } = await rejected('speaks-while-rejected');
    expect(csms.requests.map(({ action }) => action)).toEqual(['BootNotification', 'StatusNotification']);
  });

  it('speaks-while-pending', async () => {
    const made = bench(broken('speaks-while-pending'));
    bootAnswer('Pending')(made);
    made.station.start();
    await calm();
    await made.csms.ask('GetBaseReport', { requestId: 7, reportBase: 'SummaryInventory' });
    await made.clock.pass(1);
    expect(made.csms.of('Heartbeat')).toHaveLength(1);
  });

  it('silent-about-one-connector', async () => {
    const { station, csms } = bench(broken('silent-about-one-connector'));
    station.start();
    await calm();
    expect(csms.of('StatusNotification')).toMatchObject([{ evseId: 2 }]);
  });

  it('refuses-settings-while-pending, and only then', async () => {
    const made = bench(broken('refuses-settings-while-pending'));
    const { station, csms, clock } = made;
    const variable = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'OfflineThreshold' } };
    const set = () => csms.ask('SetVariables', { setVariableData: [{ ...variable, attributeValue: '300' }] });
    bootAnswer('Pending')(made);
    station.start();
    await calm();
    expect(await set()).toEqual({ error: 'SecurityError' });
    bootAnswer('Accepted')(made);
    await clock.pass(41);
    expect(await set()).toMatchObject({ setVariableResult: [{ attributeStatus: 'Accepted' }] });
  });
});

test('resets-at-once: Scheduled, and the transaction is over', async () => {
  const { rig, csms } = await booted(broken('resets-at-once'));
  rig.perform({ act: 'plug', evse: 1 });
  rig.perform({ act: 'present', evse: 1, token });
  await calm();
  expect(await csms.ask('Reset', { type: 'OnIdle' })).toEqual({ status: 'Scheduled' });
  await calm();
  expect(csms.of('TransactionEvent').at(-1)).toMatchObject({ eventType: 'Ended', triggerReason: 'ResetCommand' });
});

test('a configuration inventory is spoilt, a full inventory is not', async () => {
  const { csms, clock } = await booted(broken('reports-under-another-request'));
  await csms.ask('GetBaseReport', { requestId: 7, reportBase: 'FullInventory' });
  await clock.pass(5);
  expect(new Set(csms.of('NotifyReport').map(({ requestId }) => requestId))).toEqual(new Set([7]));
  csms.clear();
  await csms.ask('GetBaseReport', { requestId: 9, reportBase: 'ConfigurationInventory' });
  await clock.pass(5);
  expect(new Set(csms.of('NotifyReport').map(({ requestId }) => requestId))).toEqual(new Set([10]));
});

test('asks-at-every-remote-start: the setting is for show', async () => {
  const { csms } = await booted(broken('asks-at-every-remote-start'));
  const variable = { component: { name: 'AuthCtrlr' }, variable: { name: 'AuthorizeRemoteStart' } };
  await csms.ask('SetVariables', { setVariableData: [{ ...variable, attributeValue: 'false' }] });
  expect(await csms.ask('GetVariables', { getVariableData: [variable] })).toMatchObject({
    getVariableResult: [{ attributeValue: 'false' }],
  });
  await csms.ask('RequestStartTransaction', { idToken: token, remoteStartId: 1, evseId: 1 });
  await calm();
  expect(csms.of('Authorize')).toHaveLength(1);
});

test.each([
  ['starts-not-at-cable', 'EVConnected'],
  ['starts-not-at-power-path', 'PowerPathClosed'],
])('%s', async (name, point) => {
  const { rig, csms } = await booted({ ...broken(name), settings: settings({ 'TxCtrlr.TxStartPoint': point }) });
  rig.perform({ act: 'plug', evse: 1 });
  rig.perform({ act: 'present', evse: 1, token });
  await calm();
  expect(csms.of('Authorize')).toHaveLength(1);
  expect(csms.of('TransactionEvent')).toEqual([]);
});
