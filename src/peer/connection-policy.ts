import type { HttpFacts, SecurityProfile, ServerTls, UpgradeDecision } from '../transport/types.ts';

/** How the next connection attempts are met (VOCABULARY.md form 8). */
export type AttemptAnswer =
  | { readonly kind: 'accept' }
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'tls'; readonly tls: ServerTls };

export interface AttemptRule {
  readonly answer: AttemptAnswer;
  remaining: number;
}

/** What a station must say to be let in. */
export interface Admission {
  readonly identity: string;
  password: string;
  /** Passwords that the station may have instead; the one it comes with is then the one in force. */
  alternatives?: readonly string[];
}

/** Decides connection attempts: prepared rules first, then identity, credentials and subprotocol as Part 4 and A00 say. */
export class ConnectionPolicy {
  #rules: AttemptRule[] = [];
  offline = false;
  /** The only security profile that lets anybody in; undefined = every listener does. */
  only: SecurityProfile | undefined;
  readonly admission: Admission;

  constructor(admission: Admission) {
    this.admission = admission;
  }

  add(rule: AttemptRule): void {
    this.#rules.unshift(rule);
  }
  /** The rule for the coming attempt: `next` beats `every`, newest first. */
  get current(): AttemptRule | undefined {
    const live = this.#rules.filter(({ remaining }) => remaining > 0);
    return live.find(({ remaining }) => Number.isFinite(remaining)) ?? live[0];
  }
  /** An attempt ended one way or the other. */
  used(): void {
    const rule = this.current;
    if (rule !== undefined) rule.remaining -= 1;
  }
  clear(): void {
    this.#rules = [];
    this.offline = false;
    this.only = undefined;
  }

  /** Judges the HTTP upgrade on the listener of a security profile; 1 and 2 use HTTP Basic (A00.FR.202-204). */
  decide(http: HttpFacts, profile: SecurityProfile): UpgradeDecision {
    if (this.only !== undefined && this.only !== profile)
      return { accept: false, status: 503, reason: `the harness offers security profile ${this.only} only` };
    if (this.offline) return { accept: false, status: 503, reason: 'the harness plays a CSMS that is offline' };
    const answer = this.current?.answer;
    if (answer?.kind === 'http') return { accept: false, status: answer.status, reason: 'prepared by the case' };
    if (http.identity !== this.admission.identity) {
      return {
        accept: false,
        status: 404,
        reason: `identity ${http.identity} is not the configured ${this.admission.identity}`,
      };
    }
    if (profile !== 3 && !this.#authenticated(http))
      return { accept: false, status: 401, reason: 'HTTP Basic credentials are missing or wrong' };
    if (!http.subprotocols.includes('ocpp2.0.1')) {
      return {
        accept: 'then-close',
        reason: `no ocpp2.0.1 among the offered subprotocols: ${http.subprotocols.join(', ') || 'none'}`,
      };
    }
    return { accept: true, subprotocol: 'ocpp2.0.1' };
  }

  #authenticated({ authorization }: HttpFacts): boolean {
    const { identity, password, alternatives = [] } = this.admission;
    if (authorization?.username !== identity) return false;
    if (authorization.password === password) return true;
    const other = alternatives.find((each) => each === authorization.password);
    if (other === undefined) return false;
    this.admission.password = other;
    return true;
  }
}
