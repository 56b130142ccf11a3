import type { Action } from '../ocpp/index.ts';
import type { Answer } from '../transport/types.ts';

/** What a rule says to a request it matches. `nothing` keeps the caller waiting until a newer rule for the action comes. */
export type PreparedAnswer =
  | { readonly kind: 'default' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'answer'; readonly build: (request: Record<string, unknown>) => Answer };

export interface AnswerRule {
  readonly action: Action;
  /** How many matching requests it still answers; Infinity = `every`. */
  remaining: number;
  readonly matches: (request: Record<string, unknown>) => boolean;
  readonly prepared: PreparedAnswer;
}

interface Held {
  readonly action: Action;
  readonly request: Record<string, unknown>;
  readonly release: (answer: Answer) => void;
}

/**
 * The prepared answers of a peer (VOCABULARY.md section 3, item 7): the newest matching rule wins, `next` beats `every`,
 * a rule that restores the default ends older ones, and a new rule releases a call held under `nothing`.
 */
export class AnswerBook {
  #rules: AnswerRule[] = [];
  #held: Held[] = [];
  readonly #fallback: (action: Action, request: Record<string, unknown>) => Answer;

  constructor(fallback: (action: Action, request: Record<string, unknown>) => Answer) {
    this.#fallback = fallback;
  }

  add(rule: AnswerRule): void {
    this.#rules.unshift(rule);
    const waiting = this.#held.filter(({ action }) => action === rule.action);
    this.#held = this.#held.filter(({ action }) => action !== rule.action);
    for (const held of waiting) void this.answer(held.action, held.request).then(held.release);
  }

  /** The answer to a request; stays pending while the rule says `nothing`. */
  answer(action: Action, request: Record<string, unknown>): Promise<Answer> {
    const rule = this.#choose(action, request);
    if (rule === undefined || rule.prepared.kind === 'default') return Promise.resolve(this.#fallback(action, request));
    if (rule.prepared.kind === 'answer') return Promise.resolve(rule.prepared.build(request));
    return new Promise((release) => this.#held.push({ action, request, release }));
  }

  /** Requests that wait under `nothing`. */
  get held(): readonly { action: Action; request: Record<string, unknown> }[] {
    return this.#held;
  }

  /** Leaves what waits without an answer (its link died); the rules stay. */
  abandon(): void {
    for (const { release } of this.#held.splice(0)) release({ kind: 'silence' });
  }

  /** Ends all rules (end of a case); what waits is left without an answer. */
  clear(): void {
    this.#rules = [];
    this.abandon();
  }

  #choose(action: Action, request: Record<string, unknown>): AnswerRule | undefined {
    const all = this.#rules.filter((rule) => rule.action === action && rule.remaining > 0 && rule.matches(request));
    const restored = all.findIndex(({ prepared }) => prepared.kind === 'default');
    const fitting = restored === -1 ? all : all.slice(0, restored + 1);
    const rule = fitting.find(({ remaining }) => Number.isFinite(remaining)) ?? fitting[0];
    if (rule !== undefined) rule.remaining -= 1;
    return rule;
  }
}
