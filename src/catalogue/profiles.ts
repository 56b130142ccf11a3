/** The certification profiles of Part 5, in its order; the name is what conditions, labels and `--profile` use. */
export const certificationProfiles = [
  { name: 'Core', title: 'Core' },
  { name: 'AdvancedSecurity', title: 'Advanced Security' },
  { name: 'LocalAuthList', title: 'Local Authorization List Management' },
  { name: 'SmartCharging', title: 'Smart Charging' },
  { name: 'AdvancedDeviceManagement', title: 'Advanced Device Management' },
  { name: 'AdvancedUserInterface', title: 'Advanced User Interface' },
  { name: 'Reservation', title: 'Reservation' },
  { name: 'ISO15118', title: 'ISO 15118 Support' },
] as const;
export type ProfileName = (typeof certificationProfiles)[number]['name'];

const names: ReadonlySet<string> = new Set(certificationProfiles.map(({ name }) => name));

export function isProfile(name: string): name is ProfileName {
  return names.has(name);
}

/** The functional blocks of Part 2, by letter. */
export const blockNames: Readonly<Record<string, string>> = {
  A: 'Security',
  B: 'Provisioning',
  C: 'Authorization',
  D: 'Local Authorization List Management',
  E: 'Transactions',
  F: 'Remote Control',
  G: 'Availability',
  H: 'Reservation',
  I: 'Tariff and Cost',
  J: 'Meter Values',
  K: 'Smart Charging',
  L: 'Firmware Management',
  M: 'ISO 15118 Certificate Management',
  N: 'Diagnostics',
  O: 'Display Message',
  P: 'Data Transfer',
};
