import { blockNames } from '../catalogue/index.ts';
import { knownWords } from './baseline.ts';
import { countsOf } from './counts.ts';
import type { CaseEvidence, RunFacts, RunFinding } from './evidence.ts';
import { explanationOf, failedChecks, outcomeOf } from './evidence.ts';
import { escaped } from './markup.ts';
import { statement } from './summary.ts';
import { explanationFor } from './verdict/explanation.ts';
import { checkWords, explanationText } from './verdict/text.ts';

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

function body(evidence: CaseEvidence): string {
  const { result } = evidence;
  const outcome = outcomeOf(result.verdict);
  if (outcome === 'pass') return '';
  const message = escaped(explanationOf(result) ?? outcome);
  if (result.known === true)
    return `      <skipped message="${escaped(`known difference: ${knownWords(result)}`)}"/>\n`;
  if (outcome === 'not applicable') return `      <skipped message="${message}"/>\n`;
  const element = outcome === 'fail' ? 'failure' : 'error';
  const type = escaped(result.cause === undefined ? outcome : `${outcome}: ${result.cause}`);
  const text = escaped(
    failedChecks(result)
      .map((check) => explanationText(explanationFor(evidence, check)))
      .join('\n\n'),
  );
  return `      <${element} type="${type}" message="${message}">${text}</${element}>\n`;
}

function suiteOf(block: string, cases: readonly CaseEvidence[]): string {
  const counts = countsOf(cases.map(({ result }) => result));
  const total = cases.reduce((sum, { result }) => sum + result.durationMs, 0);
  const rows = cases.map((one) => {
    const { id, title, durationMs, subject } = one.result;
    const name = escaped(`${id} ${title}${subject === undefined ? '' : ` (${subject})`}`);
    const inner = body(one);
    const open = `    <testcase classname="${escaped(`${one.role}.${block}`)}" name="${name}" time="${seconds(durationMs)}"`;
    return inner === '' ? `${open}/>\n` : `${open}>\n${inner}    </testcase>\n`;
  });
  const numbers = `tests="${cases.length}" failures="${counts.fail}" errors="${counts.error + counts.inconclusive}" skipped="${counts.notApplicable + (counts.known ?? 0)}"`;
  return `  <testsuite name="${escaped(block)}" ${numbers} time="${seconds(total)}">\n${rows.join('')}  </testsuite>\n`;
}

function findingsSuite(findings: readonly RunFinding[]): string {
  const broken = findings.filter(
    ({ result, known }) => (result === 'fail' && known === undefined) || result === 'error',
  );
  if (broken.length === 0) return '';
  const rows = broken.map((finding) => {
    const text = escaped(`${checkWords(finding)}\nin ${finding.cases.join(', ')}`);
    const element = finding.result === 'fail' ? 'failure' : 'error';
    return `    <testcase classname="run" name="${escaped(finding.id)}" time="0">\n      <${element} type="finding of the run" message="${escaped(finding.message ?? finding.id)}">${text}</${element}>\n    </testcase>\n`;
  });
  const failures = broken.filter(({ result }) => result === 'fail').length;
  return `  <testsuite name="Findings of the run" tests="${broken.length}" failures="${failures}" errors="${broken.length - failures}" skipped="0" time="0">\n${rows.join('')}  </testsuite>\n`;
}

/** A run that did not come to its end is never green, whatever its cases say. */
function unfinishedSuite({ incomplete }: RunFacts): string {
  if (incomplete !== true) return '';
  const message = 'the run did not come to its end: cases of the plan are missing';
  return `  <testsuite name="The run" tests="1" failures="0" errors="1" skipped="0" time="0">\n    <testcase classname="run" name="incomplete" time="0">\n      <error type="incomplete" message="${message}"/>\n    </testcase>\n  </testsuite>\n`;
}

/** JUnit XML: a suite a functional block; fail is a failure, inconclusive and error are errors, not applicable is skipped. */
export function junitXml(run: RunFacts, cases: readonly CaseEvidence[], findings: readonly RunFinding[] = []): string {
  const byBlock = new Map<string, CaseEvidence[]>();
  for (const one of cases) {
    const letter = one.official?.block ?? one.result.id.split('_')[1] ?? '';
    const block = `${letter} ${blockNames[letter] ?? 'Own cases'}`.trim();
    byBlock.set(block, [...(byBlock.get(block) ?? []), one]);
  }
  const suites = [...byBlock].map(([block, members]) => suiteOf(block, members)).join('');
  const name = `Assay ${run.suite}, OCPP ${run.edition}, errata ${run.errata}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${run.incomplete === true ? 'incomplete: the run was interrupted. ' : ''}${escaped(statement)} -->\n<testsuites name="${escaped(name)}" time="${seconds(run.durationMs)}">\n${suites}${findingsSuite(findings)}${unfinishedSuite(run)}</testsuites>\n`;
}
