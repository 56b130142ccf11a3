import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../clock/index.ts';
import type { TimelineEvent, TimelineHeader } from './events.ts';

const unfinished = '"complete":false}';
/** The same length, so that settling overwrites these bytes and nothing else. */
const finished = '"complete":true }';
/** Wall ms that lines are gathered before they are written together: writing must not delay the conversation. */
const gatherMs = 20;

export interface TimelineFileOptions {
  readonly path: string;
  readonly header: Omit<TimelineHeader, 'complete'>;
  /** Goes on with a file that is there (a further example of the same case); its header is kept. */
  readonly append: boolean;
  readonly clock: Pick<Clock, 'afterWall'>;
  /** What may be written down of an event. */
  readonly redact: (event: TimelineEvent) => TimelineEvent;
}

/**
 * Timeline as JSON Lines: header, then one event a line. Whole lines are handed to the operating system at once, so a killed
 * process leaves whole lines and a header that says `complete: false`; it loses the last 20 ms, and a process that ends in any
 * other way loses nothing.
 */
export class TimelineFile {
  readonly #descriptor: number;
  readonly #flag: number;
  readonly #clock: Pick<Clock, 'afterWall'>;
  readonly #redact: (event: TimelineEvent) => TimelineEvent;
  readonly #atExit = () => this.flush();
  #end: number;
  #gathered: TimelineEvent[] = [];
  /** Events that the file held when it was opened for more. */
  readonly earlier: number;

  constructor({ path, header, append, clock, redact }: TimelineFileOptions) {
    this.#clock = clock;
    this.#redact = redact;
    process.on('exit', this.#atExit);
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
    this.#gathered.push(event);
    if (this.#gathered.length === 1) this.#clock.afterWall(gatherMs, () => this.flush());
  }

  /** Writes what was gathered. */
  flush(): void {
    if (this.#gathered.length === 0) return;
    const lines = this.#gathered.map((event) => `${JSON.stringify(this.#redact(event))}\n`);
    this.#gathered = [];
    this.#line(lines.join(''));
  }

  /** The last write: the header now says `complete: true`. */
  settle(): void {
    this.flush();
    this.#write(finished, this.#flag);
    closeSync(this.#descriptor);
    process.off('exit', this.#atExit);
  }
}
