import type { Situation } from '../states/types.ts';
import type { Config } from './config/types.ts';

/**
 * A case as it goes when everything goes well: what acts and messages of the scenario lead to, without a device. For estimates
 * only; the real situation comes from what is seen.
 */
export class NominalSituation implements Situation {
  readonly #config: Config;
  parked: boolean;
  plugged = false;
  authorized = false;
  charging = false;
  suspended = false;
  stopAuthorized = false;
  transaction: Situation['transaction'] = 'none';
  booting = false;
  firmwarePending = false;
  mode: Situation['mode'];
  inputs = new Map<string, string>();
  readonly runProfile: Situation['runProfile'];
  readonly byButton: boolean;
  readonly hasLock: boolean;
  readonly #bay: boolean;

  constructor(config: Config) {
    this.#config = config;
    this.mode = config.mode;
    this.runProfile = config.securityProfile;
    this.byButton = !config.rig.tokenReader && config.rig.buttons.includes('start');
    this.hasLock = config.rig.evses.some(({ connectors }) => connectors?.some(({ hasLock }) => hasLock === true));
    this.#bay = config.rig.evses.some(({ baySensor }) => baySensor === true);
    // Without a sensor nobody has to drive into a bay.
    this.parked = !this.#bay;
  }

  // Properties, not methods: states take them out of the situation.
  readonly told = () => false;
  readonly startsAt = (point: string): boolean => this.#config.txStartPoint.includes(point);
  readonly stopsAt = (point: string): boolean => this.#config.txStopPoint.includes(point);
  readonly pics = (code: string): boolean => this.#config.pics[code] === true;
  readonly variable = () => undefined;
  readonly input = (key: string): string | undefined => this.inputs.get(key);

  /** Something a hand did, in the words of the vocabulary. */
  acted(words: string): void {
    if (words.startsWith('drives into')) this.parked = true;
    if (words.startsWith('leaves the parking')) this.parked = !this.#bay;
    if (words.startsWith('plugs in')) this.plugged = true;
    if (words.startsWith('presents')) this.#authorization();
    if (words.startsWith('unplugs')) this.#over();
    this.#settle();
  }

  /** A request that somebody sends. */
  sent(request: string): void {
    if (request.startsWith('RequestStartTransaction')) this.authorized = true;
    if (request.startsWith('RequestStopTransaction')) this.stopAuthorized = true;
    this.#settle();
  }

  #authorization(): void {
    if (this.authorized) this.stopAuthorized = true;
    else this.authorized = true;
  }
  #over(): void {
    this.plugged = false;
    this.authorized = false;
    this.stopAuthorized = false;
    this.transaction = this.transaction === 'running' ? 'ended' : this.transaction;
  }
  #settle(): void {
    this.charging = this.plugged && this.authorized && !this.stopAuthorized;
    if (this.charging) this.transaction = 'running';
  }
}
