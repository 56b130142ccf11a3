import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findCase, type PlannedCase } from '../catalogue/index.ts';
import type { CaseResult } from '../check/verdict.ts';
import { allureResults, generateAllureReport } from '../report/allure/index.ts';
import {
  type CaseEvidence,
  consoleSummary,
  type Explanation,
  explanationsOf,
  junitXml,
  type KnownDifference,
  type Repetition,
  type RunFacts,
  type RunFinding,
  repetitionOf,
  staleEntries,
  summaryOf,
  timelinePage,
  timelinePageOf,
  withKnown,
  withKnownFinding,
  writeJson,
} from '../report/index.ts';
import { readTimeline } from '../timeline/index.ts';
import { LatestJson } from './latest-json.ts';
import { referenceRun } from './reference.ts';

/** Evidence of a run on disk, pessimistic: every artefact says `incomplete` until `complete()`. */
export class Reporting {
  readonly folder: string;
  readonly #file: LatestJson;
  readonly results: CaseResult[] = [];
  readonly findings: RunFinding[] = [];
  readonly #evidence: CaseEvidence[] = [];
  readonly #told = new Map<CaseResult, readonly Explanation[]>();
  #facts: RunFacts;
  readonly #began = performance.now();
  readonly #known: readonly KnownDifference[];
  #unused = 0;
  readonly #runs: (readonly CaseResult[])[] = [];

  /** `whole`: JUnit and Allure are made too; what an earlier run left of them is then no longer shown as if it were of this one. */
  constructor(
    folder: string,
    facts: Omit<RunFacts, 'startedAt' | 'durationMs'>,
    { known = [], whole = true }: { readonly known?: readonly KnownDifference[]; readonly whole?: boolean } = {},
  ) {
    this.folder = folder;
    this.#file = new LatestJson(join(folder, 'summary.json'));
    this.#known = known;
    this.#facts = { ...facts, startedAt: Date.now(), durationMs: 0 };
    mkdirSync(folder, { recursive: true });
    rmSync(join(folder, 'allure-results'), { recursive: true, force: true });
    writeJson(join(folder, 'summary.json'), this.#summary(true));
    if (!whole) return;
    this.#writeJunit({ ...this.facts, incomplete: true });
    writeWhole(join(folder, 'allure', 'index.html'), unfinishedPage);
  }

  #writeJunit(facts: RunFacts): void {
    writeWhole(join(this.folder, 'junit.xml'), junitXml(facts, this.#evidence, this.findings));
  }

  get facts(): RunFacts {
    return { ...this.#facts, durationMs: Math.round(performance.now() - this.#began) };
  }

  /** Takes a result (of `runs`, when the case was repeated); returns it as the report tells it, known differences marked. */
  add(judged: CaseResult, runs: readonly CaseResult[] = []): CaseResult {
    if (runs.length > 1) this.#runs.push(runs);
    const result = withKnown(judged, this.#known);
    this.results.push(result);
    const evidence = this.#evidenceOf(result, Date.now() - result.durationMs);
    const told = explanationsOf(evidence);
    this.#told.set(result, told);
    this.#tellTimeline(evidence);
    this.#evidence.push(told.length === 0 ? withoutEvents(evidence) : evidence);
    this.#file.soon(() => this.#summary(true));
    return result;
  }

  /** The timeline page of a case that has something to tell; one of an earlier run would tell of another case. */
  #tellTimeline({ result, events }: CaseEvidence): void {
    const page = join(this.folder, timelinePageOf(result));
    const told = this.#told.get(result) ?? [];
    if (told.length === 0 || events.length === 0) rmSync(page, { force: true });
    else writeFileSync(page, timelinePage(result.id, events, told, { linked: true }));
  }

  #evidenceOf(result: CaseResult, startedAt: number): CaseEvidence {
    const file = result.timeline === undefined ? undefined : join(this.folder, result.timeline);
    const recorded = file !== undefined && existsSync(file) ? readTimeline(file) : undefined;
    const official = findCase(result.id);
    const reference = referenceRun(result.id);
    return {
      result,
      role: result.id.endsWith('_CSMS') ? 'csms' : 'station',
      startedAt,
      events: recorded?.events ?? [],
      ...(official === undefined ? {} : { official }),
      ...(reference === undefined ? {} : { reference }),
      ...(recorded === undefined || file === undefined ? {} : { timelineFile: file }),
    };
  }

  /** What was found outside the body of a case, once each, with the cases it touched. */
  addFindings(found: readonly RunFinding[]): void {
    for (const each of found) {
      const finding = withKnownFinding(each, this.#known);
      const before = this.findings.find(
        ({ id, message, known }) =>
          id === finding.id && message === finding.message && (known === undefined) === (finding.known === undefined),
      );
      if (before === undefined) this.findings.push(finding);
      else
        this.findings[this.findings.indexOf(before)] = {
          ...before,
          cases: [...new Set([...before.cases, ...finding.cases])],
        };
    }
  }

  /** When every case is judged: entries of the baseline that no longer fail are findings of the run. */
  closeBaseline(): void {
    const { stale, unused } = staleEntries(this.#known, this.results, this.findings);
    this.findings.push(...stale);
    this.#unused = unused;
  }

  get #repeated(): { readonly repetition?: Repetition } {
    const times = Math.max(0, ...this.#runs.map((runs) => runs.length));
    return times < 2 ? {} : { repetition: repetitionOf(times, this.#runs) };
  }

  #summary(incomplete: boolean) {
    const more = { incomplete, findings: this.findings, told: this.#told, ...this.#repeated };
    return summaryOf(this.facts, this.results, more);
  }

  /** The last write of the summary. */
  async close(interrupted: boolean): Promise<void> {
    await this.#file.last(this.#summary(interrupted));
  }

  /** The last write of everything, the summary last of all; resolves with the path of the Allure report. */
  async complete(interrupted: boolean): Promise<string> {
    if (interrupted) this.#facts = { ...this.#facts, incomplete: true };
    await this.close(true);
    const allure = allureResults(join(this.folder, 'allure-results'), this.facts);
    for (const { result, startedAt } of this.#evidence) allure.add(this.#evidenceOf(result, startedAt));
    const index = await generateAllureReport(allure.folder, join(this.folder, 'allure'));
    this.#writeJunit(this.facts);
    await this.close(interrupted);
    return index;
  }

  console(cases: readonly PlannedCase[]): string {
    const notes = { unused: this.#unused, told: this.#told, ...this.#repeated };
    return consoleSummary(this.facts, cases, this.results, this.findings, notes);
  }
}

/** What is kept of a case that has nothing to tell until the report is written: its timeline is on disk. */
const withoutEvents = ({ reference, ...evidence }: CaseEvidence): CaseEvidence => ({ ...evidence, events: [] });

/** What stands in the place of the report until it is made: nobody takes an earlier one for this run's. */
const unfinishedPage =
  '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>incomplete</title>\n' +
  '<h1>incomplete</h1>\n<p>The run that writes this report has not come to its end. The verdicts so far stand in summary.json, the evidence in timeline/.</p>\n</html>\n';

/** Beside the target and renamed, so that a reader never meets half a file. */
function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}
