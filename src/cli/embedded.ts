import { join } from 'node:path';
import type { Answers } from '../catalogue/index.ts';
import { ScaledClock } from '../clock/index.ts';
import { type Config, completeConfig, packageRoot, Run, runPki } from '../harness/index.ts';
import type { RunPki } from '../pki/issue/index.ts';
import {
  type CsmsSubjectOptions,
  mutantsOf,
  ownFirmware,
  personality,
  type StationSubjectOptions,
  type Subject,
  spawnSubject,
} from '../subject/index.ts';
import type { SecurityProfile } from '../transport/types.ts';
import { factorOf } from './clock-factor.ts';
import { embeddedEntry } from './embedded-entry.ts';
import { provisioned } from './tools.ts';

export interface EmbeddedOptions {
  readonly role: 'station' | 'csms';
  readonly securityProfile: SecurityProfile;
  readonly personality?: string;
  /** Answers of its conformance statement. */
  readonly pics: Answers;
  readonly mutant?: string;
  readonly pki: RunPki;
  readonly reports: string;
  readonly realTime?: boolean;
  /** It is closed after the first case that does not pass; that case needs no restore. */
  readonly disposable?: boolean;
}
/** A run against an embedded subject that was started for it. */
export interface EmbeddedRun {
  readonly run: Run;
  readonly subject: Subject;
  close(): Promise<void>;
}

/** Short OCPP times of the embedded subjects: nothing of the document's is asked in real minutes. */
const durations = {
  'boot retry time': 10,
  'heartbeat interval': 10,
  'transaction duration': 2,
  'offline threshold': 10,
  'EV connection timeout': 10,
  'message attempt interval': 2,
  'back-off minimum': 1,
  'reconnect time': 20,
  'download time': 60,
};
const deadlines = { connection: 30, boot: 60, response: 20, message: 20, transaction: 20, file: 90, rig: 20 };
const identity = 'ASSAY-CS-01';
const password = 'assay-embedded-secret-01';

const common = (role: 'station' | 'csms', securityProfile: SecurityProfile, subject: string) => ({
  sut: role,
  identity,
  securityProfile,
  password,
  durations,
  deadlines,
  subject,
  tolerance: 4,
  clockFactor: 10,
});

/** Options of the embedded station that connects to these endpoints. */
function stationOptions(
  options: EmbeddedOptions,
  clock: ScaledClock,
  endpoints: ReadonlyMap<SecurityProfile, string>,
): StationSubjectOptions {
  const { pki, securityProfile } = options;
  const url = endpoints.get(securityProfile) ?? '';
  const broken = mutantsOf.station.find(({ name }) => name === options.mutant);
  return {
    identity,
    password,
    personality: options.personality ?? 'ac-3ph',
    networkProfiles: { 1: { url, securityProfile } },
    trust: {
      csmsRoots: [pki.csms.EC.certificate, ...(pki.csms.RSA === undefined ? [] : [pki.csms.RSA.certificate])],
      manufacturerRoots: [pki.manufacturer.certificate],
    },
    clientKeyPair: pki.stations[broken?.clientCertificate ?? 'valid'],
    settings: [
      { component: 'OCPPCommCtrlr', variable: 'RetryBackOffWaitMinimum', value: '1' },
      { component: 'OCPPCommCtrlr', variable: 'RetryBackOffRandomRange', value: '0' },
      { component: 'OCPPCommCtrlr', variable: 'RetryBackOffRepeatTimes', value: '0' },
    ],
    clock: clock.setting,
    rebootSeconds: 1,
    ...(options.mutant === undefined ? {} : { mutant: options.mutant }),
  };
}

async function csmsOptions(
  { pki, mutant }: EmbeddedOptions,
  clock: ScaledClock,
  tokens: Config['fixtures']['tokens'],
): Promise<CsmsSubjectOptions> {
  const roots = [pki.csms.EC.certificate, ...(pki.csms.RSA === undefined ? [] : [pki.csms.RSA.certificate])];
  const tls = { keys: pki.servers.valid };
  return {
    endpoints: [
      { securityProfile: 1 },
      { securityProfile: 2, tls, advertisedHost: 'localhost' },
      { securityProfile: 3, tls: { ...tls, clientRoots: roots }, advertisedHost: 'localhost' },
    ],
    stations: [{ identity, password, serialNumber: identity, securityProfiles: [1, 2, 3] }],
    tokens: provisioned(tokens),
    ownFirmware: await ownFirmware(pki),
    certificates: [
      { name: 'CSMSRoot', pem: pki.csms.EC.certificate },
      { name: 'new CSMS root', pem: pki.newCsms.EC.certificate },
    ],
    authority: pki.csms.EC,
    heartbeatInterval: 10,
    bootRetryInterval: 5,
    clock: clock.setting,
    ...(mutant === undefined ? {} : { mutant }),
  };
}

async function openStation(options: EmbeddedOptions, name: string): Promise<EmbeddedRun> {
  const clock = new ScaledClock();
  const { description } = personality(options.personality ?? 'ac-3ph');
  const [evse] = description.evses;
  const config = completeConfig({
    ...common('station', options.securityProfile, name),
    listen: { host: '127.0.0.1', path: '/ocpp', ports: { [options.securityProfile]: 0 }, filePort: 0 },
    rig: { driver: 'embedded' },
    mode: options.personality === 'remote-only' ? 'remote' : 'local',
    fixtures: {
      evse: 1,
      connector: 1,
      evses: description.evses.length,
      phases: evse?.phases ?? 3,
      voltage: evse?.voltage ?? 230,
    },
    pics: options.pics,
  });
  let subject: Subject | undefined;
  try {
    const run = await Run.open({
      config,
      clock,
      pki: options.pki,
      reports: options.reports,
      factorOf: options.realTime === true ? () => 1 : factorOf,
      disposable: options.disposable === true,
      startSubject: async (endpoints) => {
        subject = await spawnSubject({
          role: 'station',
          options: stationOptions(options, clock, endpoints),
          entry: embeddedEntry('station'),
        });
        return String(subject.ready['rig']);
      },
    });
    if (subject === undefined) throw new Error('the embedded station was not started');
    return together(run, subject);
  } catch (error) {
    await subject?.stop();
    throw error;
  }
}

async function openCsms(options: EmbeddedOptions, name: string): Promise<EmbeddedRun> {
  const clock = new ScaledClock();
  const { pki } = options;
  const draft = completeConfig({ ...common('csms', options.securityProfile, name), operator: { driver: 'embedded' } });
  const subject = await spawnSubject({
    role: 'csms',
    options: await csmsOptions(options, clock, draft.fixtures.tokens),
    entry: embeddedEntry('csms'),
  });
  try {
    const config = completeConfig({
      ...common('csms', options.securityProfile, name),
      csms: { endpoints: subject.ready['endpoints'] },
      operator: { driver: 'embedded', url: subject.ready['operator'] },
      fixtures: { evse: 1, connector: 1, evses: 2 },
    });
    const run = await Run.open({
      config,
      clock,
      pki,
      reports: options.reports,
      factorOf: options.realTime === true ? () => 1 : factorOf,
      disposable: options.disposable === true,
      stationCertificates: true,
    });
    return together(run, subject);
  } catch (error) {
    await subject.stop();
    throw error;
  }
}

function together(run: Run, subject: Subject): EmbeddedRun {
  return {
    run,
    subject,
    close: async () => {
      await run.close();
      await subject.stop();
    },
  };
}

/** Security profiles of the embedded runs: most cases on 2, the rest where they belong. */
export const profilesOfRuns: readonly SecurityProfile[] = [2, 3, 1];

/** The PKI of the embedded subjects, in `certs/embedded`; made by whoever asks first. */
export function embeddedPki(): Promise<RunPki> {
  return runPki(completeConfig({ sut: 'station', identity }), join(packageRoot, 'certs', 'embedded'));
}

/** Starts an embedded subject and opens a run against it. */
export function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedRun> {
  const name = `${options.role === 'station' ? (options.personality ?? 'ac-3ph') : 'csms'}/profile ${options.securityProfile}${options.mutant === undefined ? '' : `/${options.mutant}`}`;
  return options.role === 'station' ? openStation(options, name) : openCsms(options, name);
}
