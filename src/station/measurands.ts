import type { SampledValueType } from '../ocpp/generated/messages/TransactionEventRequest.ts';
import type { EvseDescription, MeterSample, Phase } from '../rig/model/index.ts';

type Context = NonNullable<SampledValueType['context']>;
type Measurand = NonNullable<SampledValueType['measurand']>;
type PhaseName = NonNullable<SampledValueType['phase']>;

/** At most 3 decimals: meters are no finer, and Part 2, 2.1.4 allows 6. */
const round = (value: number) => Math.round(value * 1000) / 1000;

interface Reading {
  readonly value: number;
  readonly unit: string;
  readonly phase?: PhaseName;
  readonly location?: NonNullable<SampledValueType['location']>;
}

const phases: readonly Phase[] = ['L1', 'L2', 'L3'];
const toNeutral: Readonly<Record<Phase, PhaseName>> = { L1: 'L1-N', L2: 'L2-N', L3: 'L3-N' };
const gridHertz = 50;

const wired = ({ current, phases: count }: EvseDescription) => phases.slice(0, current === 'DC' ? 0 : count);

/** What the EVSE meter says about a measurand; [] = it does not measure that. */
function readings(name: string, evse: EvseDescription, sample: MeterSample): readonly Reading[] {
  const perPhase = (
    of: (phase: Phase) => number,
    unit: string,
    naming = (phase: Phase): PhaseName => phase,
  ): Reading[] =>
    evse.current === 'DC'
      ? [{ value: of('L1'), unit }]
      : wired(evse).map((phase) => ({ value: of(phase), unit, phase: naming(phase) }));
  const conductors = evse.current === 'DC' ? 1 : sample.offeredPhases;
  switch (name) {
    case 'Energy.Active.Import.Register':
      return [{ value: sample.energyWh, unit: 'Wh' }];
    case 'Power.Active.Import':
      return [{ value: sample.powerW, unit: 'W' }];
    case 'Power.Offered':
      return [{ value: sample.offeredA * evse.voltage * conductors, unit: 'W' }];
    case 'Current.Import':
      return perPhase((phase) => sample.currentA[phase], 'A');
    case 'Current.Offered':
      return [{ value: sample.offeredA, unit: 'A' }];
    case 'Voltage':
      return perPhase(
        (phase) => sample.voltageV[phase],
        'V',
        (phase) => toNeutral[phase],
      );
    case 'Frequency':
      return evse.current === 'DC' ? [] : [{ value: gridHertz, unit: 'Hz' }];
    case 'SoC':
      return sample.socPercent === undefined ? [] : [{ value: sample.socPercent, unit: 'Percent', location: 'EV' }];
    default:
      return [];
  }
}

const supported: readonly Measurand[] = [
  'Energy.Active.Import.Register',
  'Power.Active.Import',
  'Power.Offered',
  'Current.Import',
  'Current.Offered',
  'Voltage',
  'Frequency',
  'SoC',
];

/** Sampled values of one EVSE for the measurands of a list variable; unknown names are left out. */
export function sampledValues(
  names: readonly string[],
  context: Context,
  evse: EvseDescription,
  sample: MeterSample,
): SampledValueType[] {
  return supported
    .filter((measurand) => names.includes(measurand))
    .flatMap((measurand) =>
      readings(measurand, evse, sample).map(({ value, unit, phase, location = 'Outlet' }) => ({
        value: round(value),
        context,
        measurand,
        ...(phase === undefined ? {} : { phase }),
        location,
        unitOfMeasure: { unit },
      })),
    );
}
export type { Context };
