import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assay, caseStarts, root, scratch } from './assay.mjs';
import { median } from './measure.mjs';

/** The whole suite on both embedded subjects, one case after the other, reports included. */
export async function suite() {
  const reports = scratch();
  const { seconds, peakMb } = await assay(['start', '--reports', reports]);
  const { cases } = JSON.parse(readFileSync(join(reports, 'summary.json'), 'utf8'));
  return [
    { name: 'embedded suite, serial', value: seconds, unit: 's', samples: 1, target: 60 },
    { name: 'peak memory of the harness in the embedded suite', value: peakMb, unit: 'MB', samples: 1, target: 250 },
    { name: 'cases in the embedded suite', value: cases.length, unit: 'cases', samples: 1 },
  ];
}

/** From the start of `assay run` to the first case, on a machine that has the PKI of the embedded subjects already. */
export async function firstCase(samples = 5) {
  const seconds = [];
  for (let run = 0; run < samples; run += 1) {
    const reports = scratch();
    const { startedAt } = await assay([
      ...['run', '--sut', 'station', '--case', 'TC_B_06_CS', '--real-time'],
      ...['--reports', reports],
    ]);
    seconds.push(((caseStarts(reports)[0] ?? Number.NaN) - startedAt) / 1000);
  }
  return [{ name: 'assay run to the first case', value: median(seconds), unit: 's', samples, target: 2 }];
}

/** Ids of station cases that have no scenario: they can be lent to empty ones. */
async function freeIds() {
  const { allCases } = await import('../dist/src/catalogue/index.js');
  const { scenariosIn } = await import('../dist/src/harness/index.js');
  const taken = new Set(scenariosIn(join(root, 'features')).map(({ id }) => id));
  return allCases().filter(({ id, role }) => role === 'station' && !taken.has(id));
}

const empty = (id) => `@station
Feature: Empty ${id}

  @${id}
  Scenario: ${id}
    Then the Charging Station has sent no BootNotificationRequest
`;

/**
 * What a scenario costs beside its sentences: the time from the start of one scenario with a sentence that is true at once to
 * the start of the next, so that loading the feature, preamble, judge, restore, timeline and summary are all in it. One file
 * a scenario, beside the features of the suite, as in a real run.
 */
export async function emptyScenario(wanted = 50) {
  const features = scratch();
  const reports = scratch();
  cpSync(join(root, 'features'), features, { recursive: true });
  // Some of them do not apply to the embedded station.
  const ids = (await freeIds()).map(({ id }) => id).slice(0, 3 * wanted);
  for (const id of ids) writeFileSync(join(features, `${id}.feature`), empty(id));
  await assay([
    ...['run', '--sut', 'station', '--case', ids.join(','), '--real-time'],
    ...['--features', features, '--reports', reports],
  ]);
  const starts = caseStarts(reports).slice(0, wanted + 1);
  const gaps = starts.slice(1).map((start, index) => start - starts[index]);
  return [{ name: 'empty scenario, median', value: median(gaps), unit: 'ms', samples: gaps.length, target: 10 }];
}
