import type { Csms } from '../csms.ts';
import type { StationRecord } from '../station-record.ts';

/** One line of GET /operator/stations. */
export function summary(csms: Csms, record: StationRecord): Record<string, unknown> {
  const { boot, identity, bootStatus } = record;
  return {
    identity,
    bootStatus,
    connected: csms.connected(identity) !== undefined,
    securityProfile: csms.connected(identity) ?? null,
    model: boot?.chargingStation.model ?? null,
    vendorName: boot?.chargingStation.vendorName ?? null,
    firmwareVersion: boot?.chargingStation.firmwareVersion ?? null,
    runningTransactions: [...record.transactions.values()].filter(({ endedAt }) => endedAt === undefined).length,
  };
}

/** GET /operator/stations/:id: everything the CSMS knows of a station, passwords left out. */
export function snapshot(csms: Csms, record: StationRecord): Record<string, unknown> {
  return {
    ...summary(csms, record),
    connectors: [...record.connectors.values()],
    transactions: [...record.transactions.values()].map(({ seqNos, ...rest }) => ({ ...rest, seqNos: [...seqNos] })),
    variables: [...record.variables].map(([name, { values, mutability }]) => ({
      name,
      mutability: mutability ?? null,
      // The station never tells a write-only value; what we wrote stays with us too.
      values: mutability === 'WriteOnly' ? {} : Object.fromEntries(values),
    })),
    reports: [...record.reports.values()],
    monitors: [...record.monitors.values()],
    chargingProfiles: [...record.profiles.values()],
    installedCertificates: record.installedCertificates,
    localListVersion: record.localListVersion,
    answers: Object.fromEntries(record.answers),
    notices: record.notices,
  };
}
