import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { type Attachment, Stage, type TestResult } from 'allure-js-commons';
import { FileSystemWriter } from 'allure-js-commons/sdk/reporter';
import { disputeLine, disputesOf } from '../../catalogue/index.ts';
import { sequenceDiagram } from '../diagram/index.ts';
import type { CaseEvidence, RunFacts } from '../evidence.ts';
import { escaped } from '../markup.ts';
import { checksPage } from '../pages/checks.ts';
import { timelinePage } from '../pages/timeline.ts';
import { tlsPage } from '../pages/tls.ts';
import { statement } from '../summary.ts';
import { explanationsOf } from '../verdict/explanation.ts';
import { allureLabels } from './labels.ts';
import { allureStatus, statusDetails } from './status.ts';
import { statusOf } from './status-word.ts';
import { allureSteps } from './steps.ts';

const digest = (text: string): string => createHash('md5').update(text).digest('hex');

function description({ result, official }: CaseEvidence, run: RunFacts): string {
  const rows: [string, string | undefined][] = [
    [
      'Official case',
      official === undefined ? 'none: a case of our own' : `${official.id}, Part 6 Edition ${official.edition}`,
    ],
    [
      'Profiles',
      official?.profiles
        .map(({ name, level, condition }) => `${name} ${level}${condition === undefined ? '' : ` when ${condition}`}`)
        .join('; '),
    ],
    ['Subject', result.subject],
    ['Disputed', disputesOf(result.id).map(disputeLine).join('; ')],
    ['Standard', `OCPP ${run.edition}, errata ${run.errata}`],
  ];
  const items = rows.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`<li>${name}: ${escaped(value)}</li>`],
  );
  return `<ul>${items.join('')}</ul><p>${escaped(statement)}</p>`;
}

/** Writes attachments beside the results and tells where they stand. */
function attachmentsOf(writer: FileSystemWriter, evidence: CaseEvidence): Attachment[] {
  const { result, role, events, timelineFile } = evidence;
  const attach = (name: string, type: string, extension: string, content: string | Buffer): Attachment => {
    const source = `${randomUUID()}-attachment.${extension}`;
    writer.writeAttachment(source, Buffer.from(content));
    return { name, type, source };
  };
  const tls = tlsPage(result.id, events);
  const explanations = explanationsOf(evidence);
  const name = explanations.length === 0 ? 'Timeline' : 'Verdict and timeline';
  return [
    attach(name, 'text/html', 'html', timelinePage(result.id, events, explanations)),
    attach('Sequence diagram', 'image/svg+xml', 'svg', sequenceDiagram(result, role, events)),
    attach('Checks', 'text/html', 'html', checksPage(result)),
    ...(timelineFile === undefined
      ? []
      : [attach('Timeline (JSON Lines)', 'text/plain', 'jsonl', readFileSync(timelineFile))]),
    ...(tls === undefined ? [] : [attach('TLS facts', 'text/html', 'html', tls)]),
  ];
}

function resultOf(writer: FileSystemWriter, evidence: CaseEvidence, run: RunFacts): TestResult {
  const { result, startedAt } = evidence;
  const key = digest(`${result.id} ${result.subject ?? ''}`);
  return {
    uuid: randomUUID(),
    historyId: key,
    // allure takes two results of one test case for a try and its repetition, and shows the last alone.
    testCaseId: key,
    fullName: result.subject === undefined ? result.id : `${result.id} on ${result.subject}`,
    name: `${result.id} ${result.title}${run.several === true ? ` (${result.subject ?? 'subject unknown'})` : ''}`,
    status: statusOf(allureStatus(result.verdict)),
    statusDetails: statusDetails(evidence),
    stage: Stage.FINISHED,
    descriptionHtml: description(evidence, run),
    steps: allureSteps(evidence),
    attachments: attachmentsOf(writer, evidence),
    parameters: [],
    start: Math.round(startedAt),
    stop: Math.round(startedAt + result.durationMs),
    labels: allureLabels(evidence),
    links: result.checks.flatMap(({ known }) =>
      known === undefined ? [] : [{ type: 'issue', name: known.reason, url: known.link }],
    ),
  };
}

/** Takes cases one by one and writes each as it comes, so that an interrupted run has a report. */
export interface AllureResults {
  readonly folder: string;
  add(evidence: CaseEvidence): void;
}

/** Opens a results folder (made if missing) and writes the environment of the run into it. */
export function allureResults(folder: string, run: RunFacts): AllureResults {
  mkdirSync(folder, { recursive: true });
  const writer = new FileSystemWriter({ resultsDir: folder });
  writer.writeEnvironmentInfo({
    ...(run.incomplete === true ? { Incomplete: 'the run was interrupted; cases of the plan are missing' } : {}),
    Statement: statement,
    Assay: run.suite,
    Standard: `OCPP ${run.edition}, errata ${run.errata}`,
    Role: run.sut.role,
    Identity: run.sut.identity,
    Firmware: run.sut.firmware,
    Personality: run.sut.personality,
    'Clock factor': String(run.clockFactor),
  });
  return { folder, add: (evidence) => writer.writeResult(resultOf(writer, evidence, run)) };
}
