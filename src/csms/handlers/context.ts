import type { CsmsOptions } from '../options.ts';
import type { OrderContext } from '../orders/context.ts';
import type { CsmsParts } from '../parts.ts';
import type { StationRecord } from '../station-record.ts';
import type { TokenBook } from '../token-book.ts';

/** What answering draws on. Seams are read from `parts` at the moment of use. */
export interface HandlerContext {
  readonly options: CsmsOptions;
  readonly parts: CsmsParts;
  readonly tokens: TokenBook;
  readonly now: () => number; // OCPP time
  /** Price of 1 kWh; undefined = costs are not told. */
  readonly price: () => number | undefined;
  readonly orders: (record: StationRecord) => OrderContext;
}
