import type { Requests } from '../../../ocpp/index.ts';
import { inConfigurationInventory } from '../laying/configuration-inventory.ts';
import type { StationMutant } from '../types.ts';

type ReportData = NonNullable<Requests['NotifyReport']['reportData']>[number];

const bare = ({ variableCharacteristics: _, ...entry }: ReportData): ReportData => entry;

/** The variables of the report come without characteristics. */
export const reportsNoCharacteristics: StationMutant = {
  name: 'reports-no-characteristics',
  role: 'station',
  requirement: 'B07.FR.07',
  cases: [{ id: 'TC_B_12_CS', check: 'TC_B_12_CS/3-sends-all-parts-of-notify-report' }],
  harmless: 'TC_B_02_CS',
  apply: inConfigurationInventory(({ reportData, ...report }) => {
    const [first, ...others] = reportData ?? [];
    return first === undefined ? report : { ...report, reportData: [bare(first), ...others.map(bare)] };
  }),
};
