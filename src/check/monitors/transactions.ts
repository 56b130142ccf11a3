import type { TimelineEvent } from '../../timeline/events.ts';
import { type TransactionEvent, transactionEventOf } from './transaction-event.ts';

/** What was seen of one transaction. Events may arrive in any order and more than once; they are kept by seqNo. */
export interface SeenTransaction {
  readonly id: string;
  /** The first telling of each seqNo. */
  readonly events: ReadonlyMap<number, TransactionEvent>;
  readonly started: TransactionEvent | undefined;
  readonly ended: TransactionEvent | undefined;
  /** EVSE as told last; only the first event after the EV has connected has to tell it. */
  readonly evseId: number | undefined;
  /** The link was lost, the station booted, or an event says offline: what is missing may still come, or was dropped. */
  readonly interrupted: boolean;
}

/** What a TransactionEventRequest brings. */
export interface TransactionStep {
  readonly event: TransactionEvent;
  readonly transaction: SeenTransaction;
  /** The event that had this seqNo already: it was sent again, or its number was used twice. */
  readonly earlier: TransactionEvent | undefined;
  /** Events that now follow each other without a gap from Started on, oldest first; each comes once. */
  readonly following: readonly TransactionEvent[];
}

interface Book {
  readonly id: string;
  readonly events: Map<number, TransactionEvent>;
  started: TransactionEvent | undefined;
  ended: TransactionEvent | undefined;
  evseId: number | undefined;
  interrupted: boolean;
  /** seqNo that comes next in the row from Started on. */
  next: number | undefined;
}

/** Folds the TransactionEvents of a stream into transactions. */
export class Transactions {
  readonly #books = new Map<string, Book>();
  readonly #answered = new Map<string, number>();
  #lastCall = 0;
  #unreadable = false;

  get all(): readonly SeenTransaction[] {
    return [...this.#books.values()];
  }

  /** An event could not be read, so a missing number proves nothing. */
  get unreadable(): boolean {
    return this.#unreadable;
  }

  see(event: TimelineEvent): TransactionStep | undefined {
    if (event.type === 'connection' && event.what === 'closed') this.#interrupt();
    if (event.type !== 'frame') return undefined;
    const { frame, sender, sequence } = event;
    if (frame.kind === 'result' && sender === 'CSMS') this.#answered.set(frame.messageId, sequence);
    if (frame.kind !== 'call' || sender !== 'Charging Station') return undefined;
    this.#lastCall = sequence;
    if (frame.action === 'BootNotification') this.#interrupt();
    const seen = transactionEventOf(event);
    if (seen === 'unreadable') this.#unreadable = true;
    return seen === undefined || seen === 'unreadable' ? undefined : this.#add(seen);
  }

  /**
   * Was the event answered, and has the station gone on to say something else? What is older and was to be said is then said,
   * unless the transaction was interrupted.
   */
  settled({ messageId }: TransactionEvent): boolean {
    const answered = this.#answered.get(messageId);
    return answered !== undefined && this.#lastCall > answered;
  }

  #interrupt(): void {
    for (const book of this.#books.values()) book.interrupted = true;
  }

  #bookOf(id: string): Book {
    const known = this.#books.get(id);
    if (known !== undefined) return known;
    const book: Book = {
      id,
      events: new Map(),
      started: undefined,
      ended: undefined,
      evseId: undefined,
      interrupted: false,
      next: undefined,
    };
    this.#books.set(id, book);
    return book;
  }

  #add(event: TransactionEvent): TransactionStep {
    const book = this.#bookOf(event.transactionId);
    if (event.offline) book.interrupted = true;
    const earlier = book.events.get(event.seqNo);
    if (earlier !== undefined) return { event, transaction: book, earlier, following: [] };
    book.events.set(event.seqNo, event);
    book.evseId = event.evseId ?? book.evseId;
    if (event.eventType === 'Started') {
      book.started ??= event;
      book.next ??= event.seqNo;
    }
    if (event.eventType === 'Ended') book.ended ??= event;
    return { event, transaction: book, earlier, following: following(book) };
  }
}

function following(book: Book): TransactionEvent[] {
  const row: TransactionEvent[] = [];
  while (book.next !== undefined) {
    const event = book.events.get(book.next);
    if (event === undefined) break;
    row.push(event);
    book.next += 1;
  }
  return row;
}
