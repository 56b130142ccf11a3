import type { StationContext } from './parts.ts';

type Variables = Pick<StationContext, 'variable'>;
type Where = { instance?: string; evseId?: number; connectorId?: number };

/** Value of a number variable; `fallback` when it is unset, absent or no number. */
export function numberSetting(
  station: Variables,
  component: string,
  variable: string,
  fallback: number,
  where: Where = {},
): number {
  const text = station.variable(component, variable, where);
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : fallback;
}

export function flagSetting(station: Variables, component: string, variable: string, fallback = false): boolean {
  const text = station.variable(component, variable);
  return text === undefined || text === '' ? fallback : text.toLowerCase() === 'true';
}

/** Members of a comma-separated list variable; [] when unset. */
export function listSetting(station: Variables, component: string, variable: string): readonly string[] {
  const text = station.variable(component, variable) ?? '';
  return text
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');
}
