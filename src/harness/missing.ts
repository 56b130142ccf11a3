import { isDefaultToken } from './config/defaults.ts';
import type { Config } from './config/types.ts';

type Lack = (config: Config) => boolean;
const station: Lack = ({ sut }) => sut === 'station';

/** Material that only the person at the product can give: name in features, when it is lacking, what to write. */
const materials: readonly (readonly [name: RegExp, lacks: Lack, advice: string])[] = [
  [/^client certificate$/, ({ sut, csms }) => sut === 'csms' && csms.client === undefined, 'csms.client'],
  [
    /^client certificate of another station$/,
    ({ sut, csms }) => sut === 'csms' && csms.clientOfAnotherStation === undefined,
    'csms.clientOfAnotherStation',
  ],
  [
    /^expired client certificate$/,
    ({ sut, csms }) => sut === 'csms' && csms.clientExpired === undefined,
    'csms.clientExpired',
  ],
  [
    /^new CSMS root$/,
    ({ sut, csms }) => sut === 'csms' && csms.rootToInstall === undefined,
    'csms.rootToInstall (the root that the operator installs)',
  ],
  [
    /^(?:slow )?firmware\b/,
    (config) => station(config) && config.fixtures.firmware === undefined,
    'fixtures.firmware (an image the station really installs; without one it gets an image of ours)',
  ],
];

const isEmbedded = ({ sut, rig, operator }: Config) =>
  (sut === 'station' ? rig.driver : operator.driver) === 'embedded';

/** What to write into the configuration for a fixture that this product needs and does not have; undefined = it is there. */
export function missingFixture(config: Config, name: string): string | undefined {
  if (isEmbedded(config)) return undefined;
  const token = config.fixtures.tokens[name];
  const tokenIsOurs = token === undefined ? / token\b|^token /.test(` ${name}`) : isDefaultToken(name, token);
  if (tokenIsOurs) {
    const where = station(config) ? 'a card at the reader' : 'a token known to the CSMS';
    return `fixtures.tokens: "${name}" (${where})`;
  }
  return materials.find(([pattern, lacks]) => pattern.test(name) && lacks(config))?.[2];
}
