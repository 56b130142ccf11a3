import { isRecord } from '../../check/match/equal.ts';
import { partsOf, UsageError, type YamlFile } from './yaml-file.ts';

type Written = Readonly<Record<string, unknown>>;

/** An identity as the name of a folder. */
export const fileNameOf = (identity: string): string => `sut-${identity.replace(/[^\w.-]/g, '_')}`;

/** What one subject says goes before what is said for all; lists are replaced, not joined. */
function laidOver(all: Written, own: Written): Written {
  const merged: Record<string, unknown> = { ...all };
  for (const [key, value] of Object.entries(own)) {
    const before = merged[key];
    merged[key] = isRecord(before) && isRecord(value) ? laidOver(before, value) : value;
  }
  return merged;
}

/** Files of its own are named after an identity: the journal, its folder in the reports, on systems that ignore case too. */
const nameOf = (identity: string): string => identity.replace(/[^\w-]/g, '_').toLowerCase();

/** Identities under `suts`, checked; none when the file describes one subject. `fill` puts in what the environment says. */
export function identitiesOf(
  file: string,
  yaml: YamlFile,
  value: unknown,
  fill: (value: unknown) => unknown,
): string[] {
  const suts = isRecord(value) ? value['suts'] : undefined;
  if (suts === undefined) return [];
  const at = (pointer: string) => `${file}:${yaml.lineOf(pointer)}`;
  if (!Array.isArray(suts) || suts.length === 0)
    throw new UsageError(`${at('/suts')}: suts must be a list with an entry for each subject`);
  const identities = suts.map((entry: unknown, index) => {
    const identity = isRecord(entry) ? fill(entry['identity']) : undefined;
    if (typeof identity === 'string' && identity !== '') return identity;
    const number = typeof identity === 'number' ? `; ${identity} is a number, write "${identity}" in quotes` : '';
    throw new UsageError(`${at(`/suts/${index}`)}: each subject under suts needs the key "identity"${number}`);
  });
  for (const [index, identity] of identities.entries()) {
    const earlier = identities.slice(0, index).find((each) => nameOf(each) === nameOf(identity));
    if (earlier === undefined) continue;
    const why = earlier === identity ? `${identity} is under suts twice` : `${identity} is too like ${earlier}`;
    throw new UsageError(`${at(`/suts/${index}/identity`)}: ${why}; each subject has files of its own, named after it`);
  }
  return identities;
}

/** The part of a configuration that describes one subject. */
export interface ChosenSut {
  /** As if the file had been written for it alone, with what the environment says. */
  readonly value: unknown;
  /** Index under `suts`; undefined when the file describes one subject. */
  readonly index?: number;
  /** Line of a place of `value` in the file. */
  lineOf(pointer: string, extra?: string): number;
}

/**
 * The subject that `identity` names; without it the only one.
 * @throws UsageError with file and line when `suts` is wrong, or it is not said which of several is meant.
 */
export function chooseSut(
  file: string,
  yaml: YamlFile,
  { identity, fill }: { readonly identity: string | undefined; readonly fill: (value: unknown) => unknown },
): ChosenSut {
  const value: unknown = yaml.document.toJS();
  const identities = identitiesOf(file, yaml, value, fill);
  if (!isRecord(value) || identities.length === 0) {
    const filled = fill(value);
    const only = isRecord(filled) ? filled['identity'] : undefined;
    if (identity !== undefined && identity !== only)
      throw new UsageError(`--identity ${identity}: ${file} describes ${String(only)}`);
    return { value: filled, lineOf: (pointer, extra) => yaml.lineOf(pointer, extra) };
  }
  if (identity === undefined && identities.length > 1)
    throw new UsageError(`${file}: it describes ${identities.join(', ')}; say which with --identity`);
  const index = identity === undefined ? 0 : identities.indexOf(identity);
  if (index === -1) throw new UsageError(`--identity ${identity}: ${file} describes ${identities.join(', ')}`);
  const { suts, ...all } = value;
  const own: unknown = Array.isArray(suts) ? suts[index] : undefined;
  return {
    // Only now: the secrets of the others need not be there.
    value: fill(isRecord(own) ? laidOver(all, own) : all),
    index,
    lineOf: (pointer, extra) => {
      const path = ['suts', index, ...partsOf(pointer), ...(extra === undefined ? [] : [extra])];
      return yaml.document.hasIn(path) ? yaml.lineOf(`/suts/${index}${pointer}`, extra) : yaml.lineOf(pointer, extra);
    },
  };
}
