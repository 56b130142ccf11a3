import type { OfficialCase } from '../../catalogue/types.ts';
import type { Lane, Row } from './row.ts';

export interface LaneHead {
  readonly lane: Lane;
  readonly x: number;
  readonly title: string;
  readonly subtitle: string;
}
export interface Lanes {
  readonly shown: readonly LaneHead[];
  readonly width: number;
  readonly x: Readonly<Record<Lane, number>>;
}

const timeColumn = 104;
const half = 76;
const between: Readonly<Record<Lane, number>> = { rig: 210, station: 430, csms: 210, operator: 0 };
const titles: Readonly<Record<Lane, string>> = {
  rig: 'EV driver and EV',
  station: 'Charging Station',
  csms: 'CSMS',
  operator: 'Operator',
};

/** Where the actors stand; rig and operator only when they did something. */
export function lanesOf(rows: readonly Row[], role: OfficialCase['role']): Lanes {
  const acting = new Set(rows.flatMap(({ from, to }) => [from, to]));
  const lanes = (['rig', 'station', 'csms', 'operator'] as const).filter(
    (lane) => lane === 'station' || lane === 'csms' || acting.has(lane),
  );
  const x = { rig: 0, station: 0, csms: 0, operator: 0 };
  let at = timeColumn + half;
  let width = 0;
  for (const lane of lanes) {
    x[lane] = at;
    width = at + half + 14;
    at += between[lane];
  }
  const subtitle = (lane: Lane): string => (lane === role ? 'under test' : '');
  return {
    shown: lanes.map((lane) => ({ lane, x: x[lane], title: titles[lane], subtitle: subtitle(lane) })),
    width,
    x,
  };
}
