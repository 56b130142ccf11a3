import { connect, createRpc } from '../transport/index.ts';
import type { Answer, ConnectOptions, ConnectResult, Link, Refusal, Rpc, SecurityProfile } from '../transport/types.ts';
import type { Core } from './core.ts';
import { numberSetting } from './settings.ts';
import type { ScriptConnect } from './types.ts';

/** The link to the CSMS: finding one, keeping one (Part 4, 5.3; B10). */
export interface Connection {
  readonly rpc: Rpc | undefined;
  readonly open: boolean;
  /** From the first entry of NetworkConfigurationPriority on, until a link is open. */
  start(): void;
  /** Leaves the present link and connects again with what is configured now (A01, A02). */
  renew(reason: string): void;
  /** Ends the link and every attempt. `abrupt`: no close frame, as when the power goes. */
  stop(abrupt: boolean): Promise<void>;
  drop(): void;
  disconnect(): Promise<void>;
  networkChanged(up: boolean): void;
  /** One attempt by the script; the result replaces the present link. */
  connectOnce(options: ScriptConnect): Promise<ConnectResult>;
}

export interface ConnectionEvents {
  onOpen(first: boolean): void;
  onClosed(): void;
  onCall(action: string, payload: Record<string, unknown>, messageId: string): Promise<Answer>;
}

const connectDeadlineMs = 10_000; // wall time
const silent = () => {};

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

export function createConnection(core: Core, events: ConnectionEvents): Connection {
  let rpc: Rpc | undefined;
  let attempts = 0; // since the last open link
  let round = 0; // invalidates what an earlier search still awaits
  let cancelRetry = silent;
  let everOpen = false;

  const open = () => rpc?.link.open === true;

  function attach(link: Link): void {
    rpc?.end();
    const previous = rpc?.link;
    const timeoutMs = core.network.messageTimeoutSeconds() * 1000;
    const present = createRpc({
      link,
      clock: core.clock,
      callTimeoutMs: timeoutMs,
      framing: {
        messageId: (action) => core.parts.framing.messageId(action),
        texts: (frame) => core.parts.framing.texts(frame),
      },
      onCall: events.onCall,
      onViolation: (reason) => core.log(`the CSMS sent ${reason}`),
      onBug: (error) => core.log(`bug: ${error.stack ?? error.message}`),
    });
    rpc = present;
    previous?.drop();
    link.onClosed(() => {
      if (rpc !== present) return;
      rpc = undefined;
      events.onClosed();
      if (!core.quiet) retry();
    });
    attempts = 0;
    const first = !everOpen;
    everOpen = true;
    events.onOpen(first);
  }

  function optionsFor(url: string, securityProfile: SecurityProfile, script: ScriptConnect = {}): ConnectOptions {
    const identity = script.identity ?? core.identity;
    const full = `${url.replace(/\/+$/, '')}/${encodeURIComponent(identity)}`;
    const password = core.network.password();
    const given = 'credentials' in script;
    const credentials = given
      ? script.credentials
      : securityProfile === 3 || password === undefined
        ? undefined
        : core.parts.connection.credentials(identity, password);
    const client =
      'client' in script ? script.client : securityProfile === 3 ? core.network.clientKeyPair(attempts) : undefined;
    const tls = core.parts.connection.tls({
      roots: core.network.csmsRoots(),
      ...(client === undefined ? {} : { client }),
      ...(script.minVersion === undefined ? {} : { minVersion: script.minVersion }),
      ...(script.maxVersion === undefined ? {} : { maxVersion: script.maxVersion }),
      ...(script.ciphers === undefined ? {} : { ciphers: script.ciphers }),
      verify: (facts) => core.parts.connection.verifyServer(facts, hostOf(full)),
    });
    return {
      url: full,
      identity,
      securityProfile,
      subprotocols: script.subprotocols ?? core.parts.connection.subprotocols(attempts),
      ...(credentials === undefined ? {} : { credentials }),
      ...(securityProfile === 1 ? {} : { tls }),
      deadlineMs: connectDeadlineMs,
      tap: core.options.tap ?? silent,
    };
  }

  async function attempt(options: ConnectOptions): Promise<ConnectResult> {
    if (!core.rig.networkUp) return { ok: false, at: 'TCP', by: 'us', reason: 'the network is down' };
    const result = await (core.options.connect ?? connect)(options);
    if (!result.ok) core.log(`connection to ${options.url} refused at ${result.at} by ${result.by}: ${result.reason}`);
    return result;
  }

  function told(refusal: Refusal): void {
    for (const type of securityEventsOf(refusal)) core.securityEvent(type, refusal.reason);
  }

  async function search(): Promise<void> {
    const mine = ++round;
    const slot = core.network.slotFor(attempts);
    const profile = slot === undefined ? undefined : core.network.profile(slot);
    if (slot === undefined || profile === undefined) {
      core.log('no valid network connection profile in NetworkConfigurationPriority: staying offline');
      return;
    }
    const result = await attempt(optionsFor(profile.url, profile.securityProfile));
    if (mine !== round) {
      if (result.ok) result.link.drop();
      return;
    }
    if (result.ok) {
      core.network.connectedWith(slot);
      attach(result.link);
      return;
    }
    told(result);
    retry();
  }

  function retry(): void {
    cancelRetry();
    attempts += 1;
    const seconds = core.parts.connection.reconnectAfter(attempts);
    cancelRetry = core.clock.after(seconds * 1000, () => core.background(search()));
  }

  function leave(abrupt: boolean): Promise<void> {
    round += 1;
    cancelRetry();
    const link = rpc?.link;
    rpc?.end();
    rpc = undefined;
    if (link === undefined) return Promise.resolve();
    events.onClosed();
    if (!abrupt) return link.close(1000, '').catch(silent);
    link.drop();
    return Promise.resolve();
  }

  return {
    get rpc() {
      return rpc;
    },
    get open() {
      return open();
    },
    start() {
      attempts = 0;
      everOpen = false;
      core.network.restart();
      if (core.automatic) core.background(search());
    },
    renew(reason) {
      core.log(`reconnecting: ${reason}`);
      void leave(false);
      attempts = 0;
      core.background(search());
    },
    stop: leave,
    drop() {
      rpc?.link.drop();
    },
    disconnect: async () => {
      await rpc?.link.close(1000, '');
    },
    networkChanged(up) {
      if (!up) rpc?.link.drop();
    },
    async connectOnce(script) {
      const slot = core.network.slotFor(0);
      const profile = slot === undefined ? undefined : core.network.profile(slot);
      const url = script.url ?? profile?.url;
      if (url === undefined)
        return { ok: false, at: 'TCP', by: 'us', reason: 'no URL: give one or configure a network profile' };
      const mine = ++round;
      cancelRetry();
      const result = await attempt(optionsFor(url, script.securityProfile ?? profile?.securityProfile ?? 1, script));
      if (!result.ok) {
        told(result);
        return result;
      }
      if (mine === round) attach(result.link);
      else result.link.drop();
      return result;
    },
  };
}

/** Critical security events that a refused server means (appendix 2 of Part 2; A00.FR.309-312, FR.412-417). */
function securityEventsOf({ at, by, status, reason }: Refusal): readonly string[] {
  if (status === 401) return ['FailedToAuthenticateAtCsms'];
  if (at !== 'TLS') return [];
  if (/protocol version|unsupported protocol|version too low|wrong version/i.test(reason)) return ['InvalidTLSVersion'];
  if (/cipher|handshake failure|no shared|insufficient security/i.test(reason)) return ['InvalidTLSCipherSuite'];
  return by === 'us' && /certificate|verif|issuer|self.signed|expired|not yet valid|common name|host/i.test(reason)
    ? ['InvalidCsmsCertificate']
    : [];
}

/** Seconds before reconnection attempt n: doubled RetryBackOffRepeatTimes times, random part each time (Part 4, 5.3). */
export function backOffSeconds(core: Pick<Core, 'variable'>, attempt: number, random = Math.random): number {
  const minimum = numberSetting(core, 'OCPPCommCtrlr', 'RetryBackOffWaitMinimum', 30);
  const range = numberSetting(core, 'OCPPCommCtrlr', 'RetryBackOffRandomRange', 10);
  const repeats = numberSetting(core, 'OCPPCommCtrlr', 'RetryBackOffRepeatTimes', 3);
  return minimum * 2 ** Math.min(Math.max(attempt - 1, 0), repeats) + random() * range;
}
