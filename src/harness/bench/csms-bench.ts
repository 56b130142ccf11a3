import { join } from 'node:path';
import type { ScaledClock } from '../../clock/index.ts';
import type { ConnectionWish } from '../../peer/station-peer.ts';
import { StationPeer } from '../../peer/station-peer.ts';
import type { RunPki } from '../../pki/issue/index.ts';
import type { RigDescription } from '../../rig/model/types.ts';
import { connect, startListener } from '../../transport/index.ts';
import type { SecurityProfile, WireEvent } from '../../transport/types.ts';
import { UsageError } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import { openOperator } from '../hands.ts';
import { csmsAssets, readPem } from './assets.ts';
import { setRemoteClock } from './remote-clock.ts';
import type { Control, CsmsBench } from './types.ts';

export interface CsmsBenchOptions {
  readonly config: Config;
  readonly clock: ScaledClock;
  readonly pki: RunPki;
  readonly wire: (event: WireEvent) => void;
  readonly holds: (action: string) => boolean;
  readonly ownCertificates: boolean;
}

/** Our station: as many EVSEs as the configuration says, three phases, a lockable cable, every quantity measured. */
function ownHardware({ fixtures }: Config): RigDescription {
  return {
    evses: Array.from({ length: fixtures.evses }, (_, index) => ({
      id: index + 1,
      phases: fixtures.phases,
      maxCurrent: 32,
      voltage: fixtures.voltage,
      current: 'AC',
      baySensor: false,
      connectors: [{ id: 1, type: 'cType2', fixedCable: true, hasLock: true }],
    })),
    measures: ['energy', 'power', 'current', 'voltage', 'soc', 'offered', 'connector', 'lock', 'contactor', 'pilot'],
    tokenReader: true,
    buttons: [],
    display: false,
  };
}

function stationPeer(
  { config, clock, pki, wire, holds }: CsmsBenchOptions,
  assets: ReturnType<typeof csmsAssets>,
): StationPeer {
  const { endpoints, roots } = config.csms;
  const profile = config.securityProfile;
  const url = endpoints[profile];
  if (url === undefined)
    throw new UsageError(
      `csms.endpoints has no URL for security profile ${profile}; add it or choose another securityProfile`,
    );
  const networkProfiles = Object.fromEntries(
    Object.entries(endpoints).map(([number, endpoint], index) => [
      index + 1,
      { url: endpoint, securityProfile: Number(number) as SecurityProfile },
    ]),
  );
  const active =
    Object.entries(networkProfiles).find(([, { securityProfile }]) => securityProfile === profile)?.[0] ?? '1';
  return new StationPeer({
    clock,
    description: ownHardware(config),
    tap: wire,
    holds,
    station: {
      identity: config.identity,
      nameplate: {
        model: 'Assay',
        vendorName: 'Assay',
        serialNumber: config.identity.slice(0, 25),
        firmwareVersion: '1.0.0',
      },
      networkProfiles,
      ...(config.password === '' ? {} : { credentials: { password: config.password } }),
      trust: {
        csmsRoots: roots.length === 0 ? ownRoots(pki) : roots.map(readPem),
        manufacturerRoots: [pki.manufacturer.certificate],
      },
      ...(assets.client === undefined ? {} : { clientKeyPair: assets.client }),
      features: { remoteStartWithoutEvse: true },
      settings: [
        { component: 'TxCtrlr', variable: 'TxStartPoint', value: config.txStartPoint.join(',') },
        { component: 'TxCtrlr', variable: 'TxStopPoint', value: config.txStopPoint.join(',') },
        { component: 'OCPPCommCtrlr', variable: 'NetworkConfigurationPriority', value: active },
        { component: 'AuthCtrlr', variable: 'AuthorizeRemoteStart', value: 'false' },
        { component: 'AuthCtrlr', variable: 'LocalPreAuthorize', value: 'false' },
        // General preconditions of Part 6, 3.1.
        { component: 'AuthCtrlr', variable: 'Enabled', value: 'true' },
        { component: 'SecurityCtrlr', variable: 'AdditionalRootCertificateCheck', value: 'false' },
        { component: 'ChargingStation', variable: 'AllowNewSessionsPendingFirmwareUpdate', value: 'false' },
        { component: 'AlignedDataCtrlr', variable: 'SendDuringIdle', value: 'false' },
      ],
    },
  });
}

const ownRoots = ({ csms }: RunPki): string[] => [
  csms.EC.certificate,
  ...(csms.RSA === undefined ? [] : [csms.RSA.certificate]),
];

/** A server of ours that lets everything in: old TLS versions, any client certificate, any credentials. */
async function permissiveControl(
  pki: RunPki,
  profile: SecurityProfile,
  options: ConnectionWish,
  config: Config,
): Promise<Control> {
  const tls = { keys: pki.servers.valid, minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const;
  const asksForCertificate = options.client === undefined ? {} : { clientRoots: [], anyClient: true };
  const listener = await startListener({
    securityProfile: profile,
    host: '127.0.0.1',
    port: 0,
    path: '/control',
    ...(profile === 1 ? {} : { tls: { ...tls, ...asksForCertificate } }),
    decide: ({ subprotocols }) => ({ accept: true, subprotocol: subprotocols[0] ?? '' }),
    onLink: (link) => link.drop(),
    tap: () => {},
  });
  try {
    const { username, password } = options.credentials ?? { username: config.identity, password: config.password };
    const result = await connect({
      url: `${listener.url}/${config.identity}`,
      identity: config.identity,
      securityProfile: profile,
      subprotocols: options.subprotocols ?? ['ocpp2.0.1'],
      deadlineMs: 5000,
      tap: () => {},
      credentials: { username, password },
      tls: {
        roots: [],
        verify: () => undefined,
        ...(options.client === undefined ? {} : { client: options.client }),
        ...(options.minVersion === undefined ? {} : { minVersion: options.minVersion }),
        ...(options.maxVersion === undefined ? {} : { maxVersion: options.maxVersion }),
        ...(options.ciphers === undefined ? {} : { ciphers: options.ciphers }),
      },
    });
    if (!result.ok) return { completed: false, reason: `${result.at}: ${result.reason}` };
    result.link.drop();
    return { completed: true };
  } finally {
    await listener.close();
  }
}

/** Opens our station seat and the operator for a CSMS under test. */
export async function openCsmsBench(options: CsmsBenchOptions): Promise<CsmsBench> {
  const { config, clock, pki } = options;
  const assets = csmsAssets(pki, config, options.ownCertificates);
  const root = config.csms.rootToInstall ?? join(pki.folder ?? '', 'csms-new-root-ec.pem');
  const operator = openOperator(config.operator, clock, root);
  const seat = () => {
    const station = stationPeer(options, assets);
    station.station.start();
    return station;
  };
  let peer = seat();
  return {
    role: 'csms',
    operator,
    assets,
    get peer() {
      return peer;
    },
    get rig() {
      return peer.rig;
    },
    hardware: await peer.rig.describe(),
    get password() {
      return config.password;
    },
    renewStation: async () => {
      await peer.close();
      peer = seat();
    },
    connect: (wanted) => peer.connect(wanted),
    control: (wanted) => permissiveControl(pki, wanted.securityProfile ?? config.securityProfile, wanted, config),
    sendComposed: (action, partial) => peer.send(action, partial),
    setStationVariable: ({ component, variable, instance }, value) =>
      peer.station.setVariable(component, variable, value, instance === undefined ? {} : { instance }),
    stationVariable: ({ component, variable, instance }) =>
      peer.station.variable(component, variable, instance === undefined ? {} : { instance }),
    setClockFactor: (factor) =>
      setRemoteClock(config.operator.driver === 'embedded' ? config.operator.url : undefined, clock, factor),
    close: async () => {
      await peer.close();
      await operator.close();
    },
  };
}
