// codetics-ocpp-service as CSMS under test: PostgreSQL, the service, and what its operator registers before the run.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { listening, run, start, version } from '../processes.mjs';
import { makeCertificates } from './certificates.mjs';
import { postgresFolder, startPostgres } from './postgres.mjs';

const ports = { ws: 9440, wss: 9441, api: 9442, database: 9443, files: 9444 };
const identity = 'CS-0001';
const password = 'interop-password-0001';

/** What this machine lacks; undefined when nothing. */
export function missing() {
  if (version('openssl', ['version']) === undefined) return 'openssl is not on the path';
  return postgresFolder() === undefined ? 'PostgreSQL (initdb) is not installed' : undefined;
}

async function api(method, path, body) {
  const reply = await fetch(`http://127.0.0.1:${ports.api}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: HTTP ${reply.status} ${await reply.text()}`);
}

/** What an operator enters by hand in this CSMS before stations come. */
async function register(securityProfile) {
  await api('POST', '/stations', {
    ocpp_identity: identity,
    name: 'Station of the harness',
    security_profile: securityProfile,
    ...(securityProfile === 3 ? {} : { password }),
  });
  const tokens = { ASSAY0001: 'Accepted', ASSAY0002: 'Accepted', ASSAY9998: 'Invalid', ASSAY9997: 'Blocked' };
  for (const [id_token, status] of Object.entries(tokens))
    await api('PUT', '/id-tokens', { id_token, token_type: 'ISO14443', status });
}

/** A firmware image signed with openssl, on a file server of the operator. */
async function firmware(work) {
  const files = { cwd: work };
  run('openssl', ['rand', '-out', 'image.bin', '5000'], files);
  const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:digest'];
  run('openssl', ['dgst', '-sha256', '-sign', 'server-rsa.key', ...pss, '-out', 'image.sig', 'image.bin'], files);
  const image = readFileSync(join(work, 'image.bin'));
  const server = createServer((_request, reply) => reply.end(image));
  await new Promise((resolve) => server.listen(ports.files, '127.0.0.1', resolve));
  return {
    env: {
      INTEROP_FIRMWARE_URL: `http://127.0.0.1:${ports.files}/image.bin`,
      INTEROP_FIRMWARE_CERTIFICATE: readFileSync(join(work, 'server-rsa.pem'), 'utf8'),
      INTEROP_FIRMWARE_SIGNATURE: readFileSync(join(work, 'image.sig')).toString('base64'),
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Starts the CSMS with this program; `env` is for the run that judges it. */
export async function startSubject({ program, work, securityProfile = 2 }) {
  makeCertificates(work, identity);
  const database = await startPostgres(work, ports.database);
  const service = start('service', program, [], {
    work,
    env: {
      DATABASE_URL: database.url,
      OCPP_LISTEN: `127.0.0.1:${ports.ws}`,
      OCPP_TLS_LISTEN: `127.0.0.1:${ports.wss}`,
      OCPP_TLS_CERT: join(work, 'server-ec.pem'),
      OCPP_TLS_KEY: join(work, 'server-ec.key'),
      OCPP_TLS_CERT2: join(work, 'server-rsa.pem'),
      OCPP_TLS_KEY2: join(work, 'server-rsa.key'),
      OCPP_TLS_CLIENT_CA: join(work, 'root-ec.pem'),
      OCPP_CSO_NAME: 'Assay',
      API_LISTEN: `127.0.0.1:${ports.api}`,
      HEARTBEAT_INTERVAL_SECS: '3', // also the wait between two boots
      RUST_LOG: 'info',
    },
  });
  await listening(ports.api, { name: 'codetics-ocpp-service', process: service });
  await register(securityProfile);
  const files = await firmware(work);
  return {
    env: {
      ...files.env,
      INTEROP_PKI: work,
      INTEROP_ROOT: readFileSync(join(work, 'root-rsa.pem'), 'utf8'),
    },
    stop: async () => {
      await service.stop();
      await database.stop();
      await files.stop();
    },
  };
}
