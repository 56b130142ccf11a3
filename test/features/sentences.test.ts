import { join } from 'node:path';
import { loadConfiguration, loadSupport } from '@cucumber/cucumber/api';
import { register } from 'tsx/esm/api';
import { beforeAll, describe, expect, it } from 'vitest';
import { scenariosIn } from '../../src/harness/cucumber.ts';
import { readSentence } from '../../src/harness/lint/index.ts';

interface Definition {
  matchesStepName(text: string): boolean;
}
const isDefinition = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'matchesStepName') === 'function';

/** The step definitions as cucumber itself loads them; it needs tsx to read TypeScript. */
async function stepDefinitions(): Promise<Definition[]> {
  const unregister = register();
  try {
    const environment = { cwd: process.cwd(), stdout: process.stderr, stderr: process.stderr };
    const files = ['parameter-types.ts', 'sentences.ts'].map((file) => join(process.cwd(), 'steps', file));
    const { runConfiguration } = await loadConfiguration(
      { provided: { import: files, paths: [] }, file: false },
      environment,
    );
    const definitions: unknown = Reflect.get(await loadSupport(runConfiguration, environment), 'stepDefinitions');
    if (!Array.isArray(definitions) || !definitions.every(isDefinition)) throw new Error('cucumber shows no steps');
    return definitions;
  } finally {
    await unregister();
  }
}

/** Does the grammar of the lint read this sentence? */
function reads(text: string): boolean {
  try {
    readSentence(text);
    return true;
  } catch {
    return false;
  }
}

const sentencesOf = (folder: string) => [
  ...new Set(scenariosIn(folder).flatMap(({ pickle }) => pickle.steps.map(({ text }) => text))),
];

describe('cucumber and the lint read the same sentences', () => {
  let definitions: Definition[] = [];
  beforeAll(async () => {
    definitions = await stepDefinitions();
  }, 60_000);
  const matches = (text: string) => definitions.filter((definition) => definition.matchesStepName(text)).length;

  it.each(['features', 'test/features/clean'])('every sentence of %s has exactly one step', (folder) => {
    const sentences = sentencesOf(folder);
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((text) => matches(text) !== 1)).toEqual([]);
    expect(sentences.filter((text) => !reads(text))).toEqual([]);
  });

  it.each([
    'the Charging Station sends 2 BootNotificationRequest within 3 seconds',
    'the Charging Station send a BootNotificationRequest',
    'the Charging Station answers the next BootNotificationRequest',
    'the operator asks the Charging Station to send a ResetRequest',
    'the clock reaches noon',
    '5 days pass',
    'the Charging Station reports Broken',
    'the rule legal charging profile holds',
  ])('neither knows "%s"', (text) => {
    expect(matches(text)).toBe(0);
    expect(reads(text)).toBe(false);
  });
});
