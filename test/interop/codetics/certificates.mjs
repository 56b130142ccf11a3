// The certificates that an operator of the CSMS would have, made with the openssl command line.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes.mjs';

const configuration = `
[ca]
default_ca = lab
[lab]
new_certs_dir = .
database = index.txt
rand_serial = yes
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
organizationName = optional
commonName = supplied
[req]
distinguished_name = name
[name]
[server]
subjectAltName = DNS:localhost
[client]
basicConstraints = CA:false
`;
const keys = {
  ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  rsa: ['rsa', '-pkeyopt', 'rsa_keygen_bits:2048'],
};

/** Writes root-*.pem, server-*.pem, station.pem, other.pem, expired.pem and their keys into `folder`. */
export function makeCertificates(folder, identity) {
  const openssl = (...args) => run('openssl', args, { cwd: folder });
  const key = (name, kind) => openssl('genpkey', '-algorithm', ...keys[kind], '-out', `${name}.key`);
  const leaf = (name, kind, commonName, extensions, from, to) => {
    key(name, kind);
    openssl(
      'req',
      '-new',
      '-config',
      'ca.cnf',
      '-key',
      `${name}.key`,
      '-subj',
      `/O=Assay/CN=${commonName}`,
      '-reqexts',
      extensions,
      '-out',
      `${name}.csr`,
    );
    openssl(
      'ca',
      '-batch',
      '-config',
      'ca.cnf',
      '-cert',
      `root-${kind}.pem`,
      '-keyfile',
      `root-${kind}.key`,
      '-startdate',
      from,
      '-enddate',
      to,
      '-notext',
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.pem`,
    );
  };
  const valid = ['20260101000000Z', '20500101000000Z'];
  writeFileSync(join(folder, 'ca.cnf'), configuration);
  writeFileSync(join(folder, 'index.txt'), '');
  for (const kind of ['ec', 'rsa']) {
    key(`root-${kind}`, kind);
    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      `root-${kind}.key`,
      '-subj',
      `/O=Assay/CN=Interop ${kind}`,
      '-days',
      '3650',
      '-out',
      `root-${kind}.pem`,
    );
    leaf(`server-${kind}`, kind, 'localhost', 'server', ...valid);
  }
  leaf('station', 'ec', identity, 'client', ...valid);
  leaf('other', 'ec', 'CS-OTHER', 'client', ...valid);
  leaf('expired', 'ec', identity, 'client', '20200101000000Z', '20210101000000Z');
}
