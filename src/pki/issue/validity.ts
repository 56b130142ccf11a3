export interface Validity {
  readonly from: number; // epoch ms
  readonly to: number; // epoch ms
}

const year = 365.25 * 24 * 3_600_000;
// X.509 counts in seconds.
const around = (at: number, from: number, to: number): Validity => ({
  from: Math.floor((at + from * year) / 1000) * 1000,
  to: Math.floor((at + to * year) / 1000) * 1000,
});

/** Wide enough for any clock a station may have, and for scaled OCPP time beside wall time; defects are off by a year or more. */
export const validities = {
  root: (at: number) => around(at, -5, 15),
  leaf: (at: number) => around(at, -1, 10),
  expired: (at: number) => around(at, -3, -1.5),
  'not yet valid': (at: number) => around(at, 2, 10),
} as const;
/** While a made PKI is this old at most, every defect in it is still off by a year. */
export const reusableFor = 0.5 * year;
