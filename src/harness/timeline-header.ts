import { createHash } from 'node:crypto';
import type { GivenFacts } from '../check/monitors/run.ts';
import type { ScaledClock } from '../clock/index.ts';
import type { Sender, TimelineHeader } from '../timeline/events.ts';
import type { Config } from './config/types.ts';
import { edition, errata, packageVersion } from './version.ts';

const digestOf = (config: Config): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...config, password: '' }))
    .digest('hex');

/** Which side is judged. */
export const sutOf = ({ sut }: Config): Sender => (sut === 'station' ? 'Charging Station' : 'CSMS');

const judgeSettings = ({ tolerance, deadlines }: Config) => ({
  toleranceSeconds: tolerance,
  responseSeconds: deadlines.response,
});

/** What the monitors are told of the run; the same stands in the header of each timeline. */
export const monitorFacts = (config: Config): GivenFacts => ({
  sut: sutOf(config),
  identity: config.identity,
  ...judgeSettings(config),
});

/** Header of the timeline of one case. */
export function headerOf(
  id: string,
  config: Config,
  clock: ScaledClock,
): Omit<TimelineHeader, 'timeline' | 'complete'> {
  return {
    case: id,
    suite: packageVersion,
    edition: `OCPP ${edition}, errata ${errata}`,
    role: config.sut,
    identity: config.identity,
    configDigest: digestOf(config),
    pics: config.pics,
    clock: clock.setting,
    judge: judgeSettings(config),
  };
}
