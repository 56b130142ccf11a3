import type { Requests } from '../../ocpp/index.ts';
import type { SecurityProfile } from '../../transport/types.ts';
import type { CsmsOptions } from '../options.ts';
import type { CsmsParts } from '../parts.ts';
import type { StationRecord } from '../station-record.ts';
import type { TokenBook } from '../token-book.ts';
import type { OrderAction } from './keys.ts';
import type { Words } from './words.ts';

/** What composing a request may draw on. */
export interface OrderContext {
  readonly record: StationRecord;
  readonly options: CsmsOptions;
  readonly parts: CsmsParts;
  readonly tokens: TokenBook;
  readonly now: () => number; // OCPP time
  /** A number never given before by this CSMS: request, reservation, profile, message ids. */
  readonly newId: () => number;
  /** URL of this CSMS for a security profile, without the station identity; undefined = not listening. */
  readonly url: (profile: SecurityProfile) => string | undefined;
  /** Profile of the connection that is open now. */
  readonly securityProfile: SecurityProfile | undefined;
}

/** Words to the requests that carry the order out; more than one when the station takes only so much at once. */
export type Composer<A extends OrderAction> = (
  context: OrderContext,
  words: Words,
) => readonly Requests[A][] | Promise<readonly Requests[A][]>;
export type Composers = { [A in OrderAction]: Composer<A> };

export const time = (at: number): string => new Date(at).toISOString();
