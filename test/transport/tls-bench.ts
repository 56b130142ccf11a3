import { afterEach, beforeAll } from 'vitest';
import type { ClientTls, Listener, ListenerOptions, ServerTls } from '../../src/transport/index.ts';
import type { Issued } from './certificates.ts';
import { authority } from './certificates.ts';
import { listening } from './wire.ts';

const names = ['localhost', '127.0.0.1'];

export interface Pki {
  readonly root: string; // signed the servers
  readonly stationRoot: string; // signed the stations
  readonly otherRoot: string; // signed both `foreign` ones
  readonly server: Readonly<Record<'ec' | 'rsa' | 'expired' | 'wrongName' | 'foreign', Issued>>;
  readonly station: Readonly<Record<'good' | 'expired' | 'foreign', Issued>>;
}

async function makePki(): Promise<Pki> {
  const [csms, stations, other] = await Promise.all([
    authority('CSMS Root'),
    authority('Station Root'),
    authority('Other Root'),
  ]);
  return {
    root: csms.pem,
    stationRoot: stations.pem,
    otherRoot: other.pem,
    server: {
      ec: await csms.issue({ name: 'localhost', names }),
      rsa: await csms.issue({ name: 'localhost', names, algorithm: 'rsa' }),
      expired: await csms.issue({ name: 'localhost', names, toDays: -370 }),
      wrongName: await csms.issue({ name: 'evil.example', names: ['evil.example'] }),
      foreign: await other.issue({ name: 'localhost', names }),
    },
    station: {
      good: await stations.issue({ name: 'CS001' }),
      expired: await stations.issue({ name: 'CS001', toDays: -370 }),
      foreign: await other.issue({ name: 'CS001' }),
    },
  };
}

/** Certificates made once for a test file, and TLS listeners that end with each test. */
export function tlsBench() {
  let made: Pki | undefined;
  const open: Listener[] = [];
  const pki = (): Pki => {
    if (made === undefined) throw new Error('certificates are made before the first test');
    return made;
  };
  beforeAll(async () => {
    made = await makePki();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((listener) => listener.close()));
  });
  return {
    pki,
    trusting: (more: Partial<ClientTls> = {}): { tls: ClientTls } => ({ tls: { roots: [pki().root], ...more } }),
    async listen(tls: ServerTls, options: Partial<ListenerOptions> = {}) {
      const started = await listening({ securityProfile: tls.clientRoots === undefined ? 2 : 3, tls, ...options });
      open.push(started.listener);
      return started;
    },
  };
}
