import type { Requests } from '../../ocpp/index.ts';
import type { Store } from '../parts.ts';
import type { ChargingProfile, Installed } from './types.ts';

const key = 'charging profiles';

const external = ({ profile }: Installed) => profile.chargingProfilePurpose === 'ChargingStationExternalConstraints';

/** Installed profiles; persistent (K01.FR.27). */
export class ProfileStore {
  readonly #store: Store;
  readonly #changed: () => void;

  /** `changed` is called after every change. */
  constructor(store: Store, changed: () => void) {
    this.#store = store;
    this.#changed = changed;
  }

  get installed(): readonly Installed[] {
    return this.#store.get<Installed[]>(key) ?? [];
  }

  #write(installed: readonly Installed[]): void {
    this.#store.set(key, installed);
    this.#changed();
  }

  /** Installs; a profile with the same id is replaced, wherever it was (K01.FR.05). */
  install(evseId: number, profile: ChargingProfile): void {
    const others = this.installed.filter((one) => one.profile.id !== profile.id);
    this.#write([...others, { evseId, source: 'CSO', profile }]);
  }

  #remove(gone: (one: Installed) => boolean): number {
    const before = this.installed;
    const kept = before.filter((one) => !gone(one));
    if (kept.length < before.length) this.#write(kept);
    return before.length - kept.length;
  }

  /** K10.FR.03, .04, .08, .09: by id, or by all criteria given; external constraints stay. Returns how many went. */
  clear({ chargingProfileId, chargingProfileCriteria = {} }: Requests['ClearChargingProfile']): number {
    if (chargingProfileId !== undefined)
      return this.#remove((one) => !external(one) && one.profile.id === chargingProfileId);
    const { evseId, chargingProfilePurpose, stackLevel } = chargingProfileCriteria;
    return this.#remove(
      (one) =>
        !external(one) &&
        (evseId === undefined || one.evseId === evseId) &&
        (chargingProfilePurpose === undefined || one.profile.chargingProfilePurpose === chargingProfilePurpose) &&
        (stackLevel === undefined || one.profile.stackLevel === stackLevel),
    );
  }

  /** A TxProfile lives as long as its transaction (K 3.2). */
  endTransaction(transactionId: string): void {
    this.#remove(
      ({ profile }) => profile.chargingProfilePurpose === 'TxProfile' && profile.transactionId === transactionId,
    );
  }

  /** K09: profiles that match all criteria given; EVSE 0 = those of the station itself, none = all. */
  matching({ evseId, chargingProfile }: Requests['GetChargingProfiles']): Installed[] {
    const { chargingProfileId, chargingLimitSource, chargingProfilePurpose, stackLevel } = chargingProfile;
    return this.installed.filter(
      (one) =>
        (evseId === undefined || one.evseId === evseId) &&
        (chargingProfileId === undefined || chargingProfileId.includes(one.profile.id)) &&
        (chargingLimitSource === undefined || chargingLimitSource.includes(one.source)) &&
        (chargingProfilePurpose === undefined || one.profile.chargingProfilePurpose === chargingProfilePurpose) &&
        (stackLevel === undefined || one.profile.stackLevel === stackLevel),
    );
  }
}
