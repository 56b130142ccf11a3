import { ScaledClock } from '../clock/index.ts';
import {
  type CsmsOptions,
  type CsmsParts,
  createCsms,
  type FirmwareImage,
  startOperatorServer,
} from '../csms/index.ts';
import { type FileServer, startFileServer } from '../files/index.ts';
import { issueFromCsr } from '../pki/issue/index.ts';
import { liveAsChild, type RunningSubject, type Say } from './child.ts';
import { type CsmsEndpointOptions, type CsmsSubjectOptions, readCsmsOptions } from './csms-options.ts';
import { watchedMutant } from './seams.ts';

/** Lays one broken requirement over the honest seams. */
export type CsmsMutant = (parts: CsmsParts) => CsmsParts;
export interface CsmsSubjectParts {
  /** By name; what `options.mutant` may name. */
  readonly mutants: Readonly<Record<string, CsmsMutant>>;
  /** Told of `{"mutant":name,"applied":true}` and `{"mutant":name,"exercised":true}`. */
  readonly say?: Say;
  readonly tap?: CsmsOptions['tap'];
}

function shapeOf(name: string | undefined, { mutants, say = () => {} }: CsmsSubjectParts): Pick<CsmsOptions, 'shape'> {
  if (name === undefined) return {};
  const mutant = mutants[name];
  if (mutant === undefined) throw new Error(`no CSMS mutant "${name}"; there are ${Object.keys(mutants).join(', ')}`);
  const applied = () => say({ mutant: name, applied: true });
  const exercised = () => say({ mutant: name, exercised: true });
  return { shape: watchedMutant(mutant, { applied, exercised }) };
}

function listenerOf({ host = '127.0.0.1', port = 0, path = '/ocpp', ...rest }: CsmsEndpointOptions) {
  if (rest.securityProfile !== 1 && rest.tls === undefined) {
    throw new Error(
      `options of the embedded CSMS: the endpoint of security profile ${rest.securityProfile} needs "tls"`,
    );
  }
  return { host, port, path, ...rest };
}

/** Serves images of its own and tells where they are. */
function published(files: FileServer, images: NonNullable<CsmsSubjectOptions['ownFirmware']>): FirmwareImage[] {
  return images.map(({ content, ...image }) => ({
    ...image,
    location: files.publish(`/${image.name}.bin`, Buffer.from(content, 'base64')),
  }));
}

function signerOf({ authority }: CsmsSubjectOptions, clock: ScaledClock): Pick<CsmsOptions, 'signCsr'> {
  if (authority === undefined) return {};
  // X.509 lives on wall time (DESIGN.md section 6).
  return { signCsr: (csrPem) => issueFromCsr(csrPem, authority, { at: clock.wallNow() }) };
}

/**
 * The embedded CSMS: the engine with its listeners, and the operator API beside it. The `ready` line is
 * `{ role: 'csms', operator: URL, endpoints: { "1": URL, ... } }`, endpoint URLs without the station identity.
 */
export async function runCsmsSubject(options: CsmsSubjectOptions, parts: CsmsSubjectParts): Promise<RunningSubject> {
  const {
    endpoints,
    stations,
    tokens = [],
    ownFirmware = [],
    clock: setting,
    operatorPort = 0,
    mutant,
    authority,
    ...rest
  } = options;
  const clock = new ScaledClock(setting);
  const files = await startFileServer({ host: '127.0.0.1', port: 0, tap: () => {} });
  const csms = createCsms({
    ...rest,
    firmware: [...(rest.firmware ?? []), ...published(files, ownFirmware)],
    ...signerOf(options, clock),
    ...shapeOf(mutant, parts),
    ...(parts.tap === undefined ? {} : { tap: parts.tap }),
    clock,
    listeners: endpoints.map(listenerOf),
    stations,
    tokens,
  });
  const api = { csms, port: operatorPort, adjustClock: clock.adjust.bind(clock) };
  const giveUp = async (error: unknown): Promise<never> => {
    await csms.stop();
    await files.close();
    throw error;
  };
  const { listeners } = await csms.start().catch(giveUp);
  const operator = await startOperatorServer(api).catch(giveUp);
  const urls = listeners.map(({ securityProfile, url }) => [String(securityProfile), url]);
  return {
    ready: { role: 'csms', operator: operator.url, endpoints: Object.fromEntries(urls) },
    stop: async () => {
      await operator.close();
      await csms.stop();
      await files.close();
    },
  };
}

/** The embedded CSMS as a child process; options come as the first line of stdin. */
export function csmsProcess(mutants: CsmsSubjectParts['mutants']): Promise<void> {
  return liveAsChild((json, say) => runCsmsSubject(readCsmsOptions(json), { mutants, say }));
}
