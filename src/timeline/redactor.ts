import { createHmac, randomBytes } from 'node:crypto';
import type { TimelineEvent } from './events.ts';

/** One key a run: equal secrets stay equal in all its evidence, and nowhere else. */
const runKey = randomBytes(32);

/** Shorter texts stand everywhere by accident; replacing them would wreck the evidence. */
const shortestSecret = 6;
const privateKey = /-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----[\s\S]*?-----END \1-----/g;
const basicHeader = /\bBasic ([A-Za-z0-9+/]{8,}={0,2})/g;
/** Fields that hold nothing but a secret. */
const secretFields: ReadonlySet<string> = new Set(['password', 'key', 'privateKey', 'passphrase']);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** New values of BasicAuthPassword in a SetVariablesRequest (A01). */
function passwordsIn(payload: Readonly<Record<string, unknown>>): string[] {
  const data: unknown = payload['setVariableData'];
  if (!Array.isArray(data)) return [];
  return data.flatMap((each: unknown) => {
    if (!isRecord(each) || !isRecord(each['variable']) || each['variable']['name'] !== 'BasicAuthPassword') return [];
    return typeof each['attributeValue'] === 'string' ? [each['attributeValue']] : [];
  });
}

/**
 * Replaces secrets by a keyed hash (`redacted:` + 16 hex), the same everywhere in a run, so that equality stays checkable.
 * Secrets: registered texts, passwords that a SetVariablesRequest sets, Basic credentials, private keys.
 */
export class Redactor {
  readonly #key: Uint8Array;
  readonly #secrets = new Set<string>();

  constructor(secrets: Iterable<string> = [], key: Uint8Array = runKey) {
    this.#key = key;
    for (const secret of secrets) this.register(secret);
  }

  /** From now on this text is replaced wherever it stands. */
  register(secret: string): void {
    if (secret.length < shortestSecret) return;
    this.#secrets.add(secret);
    this.#secrets.add(JSON.stringify(secret).slice(1, -1));
  }

  /** The hash that stands for a secret. */
  hash(secret: string): string {
    return `redacted:${createHmac('sha256', this.#key).update(secret).digest('hex').slice(0, 16)}`;
  }

  text(text: string): string {
    let result = text
      .replace(privateKey, (block) => this.hash(block))
      .replace(basicHeader, (_, credentials: string) => `Basic ${this.hash(credentials)}`);
    for (const secret of this.#secrets) {
      if (result.includes(secret)) result = result.replaceAll(secret, this.hash(unescaped(secret)));
    }
    return result;
  }

  /** A copy of an event that may be written down. */
  event<T extends TimelineEvent>(event: T): T {
    if (event.type === 'frame' && event.frame.kind === 'call') {
      for (const password of passwordsIn(event.frame.payload)) this.register(password);
    }
    return this.copy(event);
  }

  /** A copy of a value in which every secret is replaced. */
  copy<T>(value: T): T;
  copy(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((each: unknown) => this.copy(each));
    if (!isRecord(value)) return value;
    const copy: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(value)) {
      const secret = secretFields.has(name) && typeof each === 'string' && each !== '';
      copy[name] = secret ? this.hash(each) : this.copy(each);
    }
    return copy;
  }
}

/** A secret and its JSON spelling have one hash. */
function unescaped(secret: string): string {
  try {
    const plain: unknown = JSON.parse(`"${secret}"`);
    return typeof plain === 'string' ? plain : secret;
  } catch {
    return secret; // it holds quotes or controls, so it is the plain spelling
  }
}
