import type { ScaledClock } from '../../clock/index.ts';
import { type FileServer, startFileServer, type TransferFacts } from '../../files/index.ts';
import { CsmsPeer } from '../../peer/csms-peer.ts';
import type { RunPki } from '../../pki/issue/index.ts';
import type { Rig } from '../../rig/model/types.ts';
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

/** Opens listeners, file server and rig for a station under test. */
export async function openStationBench(
  options: StationBenchOptions,
): Promise<StationBench & { readonly peer: CsmsPeer; readonly files: FileServer }> {
  const { config, clock, pki, wire, transfer, holds } = options;
  const { listen, advertise } = config;
  const files = await startFileServer({
    host: listen.host,
    port: listen.filePort,
    tap: transfer,
    advertisedHost: advertise.host,
    clock,
  });
  const image = firmwareImage(config);
  const urls = {
    valid: files.publish('/firmware.bin', image),
    slow: files.publish('/slow-firmware.bin', image, { throttleBytesPerSecond: 256 }),
  };
  const assets: Assets = await stationAssets(pki, config, {
    image,
    url: (variant) => urls[variant],
  });
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
  let rig: Rig;
  let rigUrl = config.rig.url;
  try {
    rigUrl = options.startSubject === undefined ? rigUrl : await options.startSubject(endpoints);
    rig = await openRig({ ...config.rig, ...(rigUrl === undefined ? {} : { url: rigUrl }) }, clock);
  } catch (error) {
    await peer.close();
    await files.close();
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
    hardware: await rig.describe(),
    get password() {
      return peer.policy.admission.password;
    },
    setPassword: (password) => {
      peer.policy.admission.password = password;
    },
    setOffline: (offline) => {
      peer.policy.offline = offline;
    },
    answerWith: (rule) => peer.answers.add(rule),
    answerAttempts: (rule) => {
      peer.policy.add(rule);
      peer.applyTls();
    },
    serverTls: (profile, presenting) => shownTls(pki, profile, presenting),
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
    setClockFactor: (factor) => setRemoteClock(config.rig.driver === 'embedded' ? rigUrl : undefined, clock, factor),
    close: async () => {
      await Promise.all([peer.close(), files.close(), rig.close()]);
    },
  };
}
