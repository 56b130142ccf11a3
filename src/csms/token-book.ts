import type { IdToken, IdTokenInfo, TokenProvision } from './options.ts';
import { defined } from './payload.ts';

const types: readonly IdToken['type'][] = [
  'Central',
  'eMAID',
  'ISO14443',
  'ISO15693',
  'KeyCode',
  'Local',
  'MacAddress',
  'NoAuthorization',
];

/** The tokens this CSMS knows. idToken is compared without letter case (Part 2, 3.1), type exactly. */
export class TokenBook {
  readonly #tokens = new Map<string, TokenProvision>();

  constructor(tokens: readonly TokenProvision[]) {
    for (const token of tokens) this.provision(token);
  }

  provision(token: TokenProvision): void {
    this.#tokens.set(token.idToken.toLowerCase(), token);
  }
  find(idToken: string): TokenProvision | undefined {
    return this.#tokens.get(idToken.toLowerCase());
  }
  all(): readonly TokenProvision[] {
    return [...this.#tokens.values()];
  }
  /** The token a person names: `TEXT`, or `TEXT (type)` when it is not provisioned. */
  named(text: string): IdToken {
    const [, bare = text, written] = /^(.*?)\s*\((\w+)\)$/.exec(text) ?? [];
    const known = this.find(bare);
    const type = types.find((one) => one === written) ?? known?.type ?? 'ISO14443';
    return { idToken: known?.idToken ?? bare, type };
  }

  /** C01, C09.FR.02, E01.FR.12: status and group; a token nobody knows is Unknown, of the wrong type Invalid. */
  info(token: IdToken): IdTokenInfo {
    if (token.type === 'NoAuthorization') return { status: 'Accepted' };
    const known = this.find(token.idToken);
    if (known === undefined) return { status: 'Unknown' };
    if (known.type !== token.type) return { status: 'Invalid' };
    const { status, groupIdToken, evseIds } = known;
    return defined({
      status,
      evseId: evseIds === undefined ? undefined : [...evseIds],
      groupIdToken: groupIdToken === undefined ? undefined : { idToken: groupIdToken, type: 'Central' as const },
    });
  }
}
