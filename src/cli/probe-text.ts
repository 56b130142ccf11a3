import { type Statement, statementKeys, type WrittenAnswer, wordsOf } from '../catalogue/index.ts';
import type { Disagreement, Learned } from '../probe/index.ts';
import type { Role } from './pics.ts';

const few = 10;
const ids = (all: readonly string[]) =>
  all.length <= few ? all.join(', ') : `${all.slice(0, few).join(', ')} and ${all.length - few} more`;
const said = (answer: boolean) => (answer ? 'yes' : 'no');

/** What the statement and the device disagree about, with the cases; [] = nothing. */
export function disagreementLines(found: readonly Disagreement[]): string[] {
  return found.flatMap(({ term, declared, source, device, wrongly, lost }) => [
    `${wordsOf(term)}: ${said(declared)} by ${source}, ${said(device.answer)} by the device (${device.from})`,
    ...(wrongly.length > 0 ? [`  judged although they do not apply: ${ids(wrongly)}`] : []),
    ...(lost.length > 0 ? [`  left out by it: ${ids(lost)}`] : []),
    ...(wrongly.length + lost.length === 0 ? ['  no case is decided by it alone'] : []),
  ]);
}

/** What a probe knows: answers of the device, those declared where it does not tell, and open questions. */
export interface Proposal {
  readonly answers: ReadonlyMap<string, WrittenAnswer>;
  readonly open: readonly string[];
}

/** The statement to propose: the device goes before what was declared. */
export function proposal(role: Role, statement: Statement, learned: ReadonlyMap<string, Learned>): Proposal {
  const terms = [...statementKeys(role).values()].flatMap((rows) => rows.map(([term]) => term));
  const answers = new Map<string, WrittenAnswer>();
  for (const term of terms) {
    const [device, declared] = [learned.get(term), statement.answers[term]];
    const source = statement.sources[term] ?? 'the configuration';
    if (device !== undefined) {
      const against = declared === undefined || declared === device.answer ? '' : `; ${source} says ${said(declared)}`;
      answers.set(term, { value: device.value ?? said(device.answer), note: `device: ${device.from}${against}` });
    } else if (term === 'Core') answers.set(term, { value: 'yes', note: 'Part 5: always' });
    else if (declared !== undefined) answers.set(term, { value: said(declared), note: `declared: ${source}` });
    else answers.set(term, { value: 'open', note: 'open question: nothing tells' });
  }
  return { answers, open: terms.filter((term) => answers.get(term)?.value === 'open') };
}

/** `assay probe` for people. */
export function proposalText({ answers, open }: Proposal): string {
  const told = [...answers].filter(([term]) => !open.includes(term));
  const lines = told.map(([term, { value, note = '' }]) => `  ${value.padEnd(4)}  ${wordsOf(term)}  (${note})`);
  const questions = open.map((term) => `  ${wordsOf(term)}`);
  return `${[`Answers: ${told.length}`, ...lines, '', `Open questions: ${open.length}`, ...questions].join('\n')}\n`;
}
