// What a foreign program is known to do, reviewed by hand, against what a run says.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const verdicts = ['fail', 'inconclusive', 'error'];

/** Reads expected.yaml: `pass` and `not applicable` list ids, `reds` maps an id to { verdict, check, whose, why }. */
export function readExpected(file) {
  const { pass = [], 'not applicable': notApplicable = [], reds = {} } = parse(readFileSync(file, 'utf8'));
  const known = new Map();
  const add = (id, expected) => {
    if (known.has(id)) throw new Error(`${file}: ${id} stands there twice`);
    known.set(id, expected);
  };
  for (const id of pass) add(id, { verdict: 'pass' });
  for (const id of notApplicable) add(id, { verdict: 'not applicable' });
  for (const [id, red] of Object.entries(reds)) {
    if (!verdicts.includes(red.verdict) || !red.check || !red.why)
      throw new Error(`${file}: ${id} needs verdict (${verdicts.join(', ')}), check and why`);
    add(id, red);
  }
  return known;
}

/** Ids of the checks that made the verdict what it is, without the case in front. */
const blamed = ({ id, verdict, checks }) =>
  checks.filter(({ result }) => result === verdict).map((check) => check.id.replace(`${id}/`, ''));

/** One line for every case whose verdict, or whose check to blame, is not the reviewed one. */
export function differences(expected, cases) {
  const judged = new Set(cases.map(({ id }) => id));
  const gone = [...expected.keys()].filter((id) => !judged.has(id)).map((id) => `${id}: expected, but not judged`);
  const changed = cases.flatMap((result) => {
    const { id, verdict } = result;
    const known = expected.get(id);
    if (known === undefined) return []; // told by besides()
    if (known.verdict !== verdict) {
      const why = result.checks.find((check) => check.result === verdict)?.message ?? result.reason ?? '';
      return [`${id}: ${verdict}, reviewed as ${known.verdict}: ${why.split('\n').slice(0, 2).join(' ')}`];
    }
    if (known.check === undefined || blamed(result).includes(known.check)) return [];
    return [`${id}: ${verdict} as reviewed, but by ${blamed(result).join(', ') || 'no check'}, not by ${known.check}`];
  });
  return [...gone, ...changed];
}

/**
 * To be looked at, but no reason to fail: a case that came into the suite after the review, and checks that keep a red case red
 * beside the reviewed one.
 */
export function besides(expected, cases) {
  return cases.flatMap((result) => {
    const known = expected.get(result.id);
    if (known === undefined) return [`${result.id}: ${result.verdict}, not in expected.yaml yet`];
    if (known.check === undefined || known.verdict !== result.verdict) return [];
    const others = blamed(result).filter((check) => check !== known.check && !known.also?.includes(check));
    return others.length === 0 ? [] : [`${result.id}: also ${others.join(', ')}`];
  });
}
