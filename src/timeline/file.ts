import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TimelineEvent, TimelineHeader } from './events.ts';

const unfinished = '"complete":false}';
/** The same length, so that settling overwrites these bytes and nothing else. */
const finished = '"complete":true }';

/**
 * Timeline as JSON Lines: header, then one event a line. Each line is handed to the operating system whole and at once, so a
 * killed process leaves whole lines and a header that says `complete: false`.
 */
export class TimelineFile {
  readonly #descriptor: number;
  readonly #flag: number;
  #end: number;
  /** Events that the file held when it was opened for more. */
  readonly earlier: number;

  /** `append`: goes on with a file that is there (a further example of the same case); its header is kept. */
  constructor(path: string, header: Omit<TimelineHeader, 'complete'>, append: boolean) {
    mkdirSync(dirname(path), { recursive: true });
    if (append && existsSync(path)) {
      const text = readFileSync(path, 'utf8');
      const whole = text.slice(0, text.lastIndexOf('\n') + 1);
      const first = whole.slice(0, whole.indexOf('\n'));
      this.#descriptor = openSync(path, 'r+');
      this.#flag = Buffer.byteLength(first) - unfinished.length;
      this.#end = Buffer.byteLength(whole);
      this.earlier = whole.split('\n').length - 2;
      this.#write(unfinished, this.#flag);
      return;
    }
    // `complete` comes last: its place is then known.
    const line = `${JSON.stringify({ ...header, complete: false })}\n`;
    this.#descriptor = openSync(path, 'w+');
    this.#flag = Buffer.byteLength(line) - unfinished.length - 1;
    this.#end = 0;
    this.earlier = 0;
    this.#line(line);
  }

  #write(text: string, position: number): void {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#descriptor, bytes, done, bytes.length - done, position + done);
  }

  #line(line: string): void {
    this.#write(line, this.#end);
    this.#end += Buffer.byteLength(line);
  }

  add(event: TimelineEvent): void {
    this.#line(`${JSON.stringify(event)}\n`);
  }

  /** The last write: the header now says `complete: true`. */
  settle(): void {
    this.#write(finished, this.#flag);
    closeSync(this.#descriptor);
  }
  /** Leaves the file incomplete. */
  abandon(): void {
    closeSync(this.#descriptor);
  }
}
