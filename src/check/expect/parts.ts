import { type Rows, TestDesignError } from '../language/index.ts';
import { judgeRows, selects } from '../match/index.ts';
import type { Observation } from '../types.ts';
import { failed, type Judgement, met, missing, type Question } from './judgement.ts';
import { isNamed } from './sequence.ts';

const seqNoOf = ({ fields }: Observation): number | undefined => {
  const seqNo = fields['seqNo'];
  return typeof seqNo === 'number' ? seqNo : undefined;
};
const isLast = ({ fields }: Observation): boolean => fields['tbc'] !== true;

/** Lists and report text joined, everything else from the first part. */
export function mergeParts(parts: readonly [Observation, ...Observation[]]): Observation {
  const [first, ...others] = parts;
  const last = others.at(-1) ?? first;
  const fields: Record<string, unknown> = { ...first.fields, tbc: false };
  for (const { fields: more } of others) {
    for (const [key, value] of Object.entries(more)) {
      const before = fields[key];
      if (Array.isArray(value)) fields[key] = [...(Array.isArray(before) ? before : []), ...value];
      else if (key === 'data' && typeof value === 'string')
        fields[key] = `${typeof before === 'string' ? before : ''}${value}`;
    }
  }
  return { ...first, fields, sequence: last.sequence, at: last.at };
}

const sameRequest = (a: Observation, b: Observation): boolean =>
  a.name === b.name && a.fields['requestId'] === b.fields['requestId'];

/** Parts by seqNo from 0 (a part sent twice counts once), or as they came where the message has none. */
function chain(parts: readonly Observation[]): Observation[] {
  const bySeqNo = new Map<number, Observation>();
  const plain: Observation[] = [];
  for (const part of parts) {
    const seqNo = seqNoOf(part);
    if (seqNo === undefined) plain.push(part);
    else if (!bySeqNo.has(seqNo)) bySeqNo.set(seqNo, part);
  }
  return [...plain, ...[...bySeqNo].sort(([a], [b]) => a - b).map(([, part]) => part)];
}

/**
 * `all parts of a X`: the chain of messages of one requestId up to the one without `tbc`; the rows judge the merged message.
 * Parts may arrive in any order; seqNo starts at 0 and has no holes (Part 2: seqNo of NotifyReport and its kind).
 */
export function judgeParts(
  { names, instances }: { readonly names: readonly string[]; readonly instances: readonly Rows[] },
  question: Question,
): Judgement {
  const [rows, ...more] = instances;
  if (rows === undefined || more.length > 0) throw new TestDesignError('all parts of one message', 'one value column');
  const { context, mark } = question;
  const named = question.candidates.filter((each) => isNamed(names, each));
  const requestId = rows.filter((row) => row.kind === 'where' || row.label === 'requestId');
  const first = named.find((each) => selects(requestId, each, context, mark));
  const what = names.join(' or ');
  if (first === undefined) return missing(question, `${what} did not come`, undefined);
  const parts = chain(named.filter((each) => sameRequest(each, first)));
  const end = parts.findIndex(isLast);
  const all = parts.slice(0, end + 1);
  const [head, ...tail] = all;
  if (head === undefined)
    return missing(question, `${parts.length} parts of ${what} came, none without tbc`, undefined);
  const hole = all.findIndex((part, i) => seqNoOf(part) !== undefined && seqNoOf(part) !== i);
  if (hole >= 0) return missing(question, `part ${hole} (seqNo ${hole}) of ${what} did not come`, undefined);
  const merged = mergeParts([head, ...tail]);
  const { mismatches, remembered } = judgeRows(rows, merged, context, mark);
  const indexes = all.map(({ index }) => index);
  if (mismatches.length === 0) return met(indexes, remembered);
  return failed(`all parts of ${what} together are not as expected`, [{ observation: merged, mismatches }], indexes);
}
