import type { ScaledClock } from '../../clock/index.ts';
import { type FileServer, startFileServer, type TransferFacts } from '../../files/index.ts';
import { CsmsPeer } from '../../peer/csms-peer.ts';
import { issueFromCsr, type RunPki } from '../../pki/issue/index.ts';
import type { Rig, RigDescription } from '../../rig/model/types.ts';
import type { SecurityProfile, WireEvent } from '../../transport/types.ts';
import type { Assets } from '../case/fixtures.ts';
import { tokenStatus } from '../case/verbs/answer.ts';
import type { Config } from '../config/types.ts';
import { openRig } from '../hands.ts';
import { until } from '../waiting.ts';
import { stationAssets } from './assets.ts';
import { firmwareImage } from './firmware-image.ts';
import { setRemoteClock } from './remote-clock.ts';
import { presentedControl, shownTls } from './shown-tls.ts';
import type { StationBench } from './types.ts';

export interface StationBenchOptions {
  readonly config: Config;
  readonly clock: ScaledClock;
  readonly pki: RunPki;
  readonly wire: (event: WireEvent) => void;
  readonly transfer: (event: TransferFacts) => void;
  readonly holds: (action: string) => boolean;
  readonly startSubject?: (endpoints: ReadonlyMap<SecurityProfile, string>) => Promise<string>;
}

type OpenStationBench = StationBench & { readonly peer: CsmsPeer; readonly files: FileServer };

/** Opens listeners, file server and rig for a station under test; what cannot be opened leaves nothing open. */
export async function openStationBench(options: StationBenchOptions): Promise<OpenStationBench> {
  const { config, clock, transfer } = options;
  const files = await startFileServer({
    host: config.listen.host,
    port: config.listen.filePort,
    tap: transfer,
    advertisedHost: config.advertise.host,
    clock,
  });
  try {
    return await openBeside(files, options);
  } catch (error) {
    await files.close();
    throw error;
  }
}

async function openBeside(files: FileServer, options: StationBenchOptions): Promise<OpenStationBench> {
  const { config, clock, pki, wire, holds } = options;
  const { listen, advertise } = config;
  const image = firmwareImage(config);
  const urls = {
    valid: files.publish('/firmware.bin', image),
    slow: files.publish('/slow-firmware.bin', image, { throttleBytesPerSecond: 256 }),
  };
  const published = { image, url: (variant: 'valid' | 'slow') => urls[variant] };
  const assets: Assets = { ...(await stationAssets(pki, config, published)), logUrl: `${files.url}/logs/` };
  const peer = await CsmsPeer.start({
    clock,
    host: listen.host,
    path: listen.path,
    identity: config.identity,
    password: config.password,
    ports: listen.ports,
    tls: (profile) => (profile === 1 ? undefined : shownTls(pki, profile, 'valid')),
    callTimeoutMs: config.deadlines.response * 1000,
    answers: {
      now: () => clock.now(),
      heartbeatInterval: config.durations['heartbeat interval'] ?? 60,
      token: (idToken) => tokenStatus({ config }, idToken),
    },
    tap: wire,
    holds,
  });
  const endpoints = new Map(
    [...peer.urls].map(([profile, url]) => [profile, url.replace(/\/\/[^:/]+/, `//${advertise.host}`)] as const),
  );
  let rig: Rig | undefined;
  let hardware: RigDescription;
  let rigUrl = config.rig.url;
  try {
    rigUrl = options.startSubject === undefined ? rigUrl : await options.startSubject(endpoints);
    rig = await openRig({ ...config.rig, ...(rigUrl === undefined ? {} : { url: rigUrl }) }, clock);
    hardware = await rig.describe();
  } catch (error) {
    await rig?.close();
    await peer.close();
    throw error;
  }
  return {
    role: 'station',
    peer,
    rig,
    files,
    assets,
    control: (profile, presenting) => presentedControl(pki, profile, presenting),
    endpoints,
    hardware,
    get password() {
      return peer.policy.admission.password;
    },
    setPassword: (password) => {
      peer.policy.admission.password = password;
    },
    offerOnly: (profile) => {
      peer.policy.only = profile;
    },
    alsoAdmit: (passwords) => {
      peer.policy.admission.alternatives = passwords;
    },
    onRequest: (listener) => peer.onRequest(listener),
    setOffline: (offline) => {
      peer.policy.offline = offline;
    },
    signCsr: (csrPem) => issueFromCsr(csrPem, pki.csms.EC, { at: clock.wallNow() }),
    answerWith: (rule) => peer.answers.add(rule),
    answerAttempts: (rule) => {
      peer.policy.add(rule);
      peer.applyTls();
    },
    serverTls: (profile, presenting) => shownTls(pki, profile, presenting),
    heard: () => peer.link?.heard() ?? Promise.resolve(false),
    connected: async (deadlineMs) =>
      (await until(
        clock,
        deadlineMs,
        { check: () => (peer.online ? true : undefined), changed: (again) => peer.onLink(() => again()) },
        2000,
      )) === true,
    accepted: async (deadlineMs) =>
      (await until(
        clock,
        deadlineMs,
        { check: () => (peer.accepted ? true : undefined), changed: (again) => peer.onBoot(again) },
        2000,
      )) === true,
    booted: async (deadlineMs) =>
      (await until(
        clock,
        deadlineMs,
        { check: () => (peer.hasBooted ? true : undefined), changed: (again) => peer.onBoot(again) },
        2000,
      )) === true,
    setClockFactor: (factor) => setRemoteClock(config.rig.driver === 'embedded' ? rigUrl : undefined, clock, factor),
    close: async () => {
      await Promise.all([peer.close(), files.close(), rig.close()]);
    },
  };
}
