export { type Certificates, type CertificatesOptions, createCertificates } from './module.ts';
export type { RootUse, StationKeyPair } from './types.ts';
export { rootFault, stationCertificateFault } from './verdicts.ts';
