/**
 * The law: which folder may import which. First the arrows of the design, then those that the code needed beside it
 * (docs/adr/0002-layers-as-built.md gives the reason of each). `type` = only types may cross.
 */
export interface Arrow {
  readonly to: string;
  readonly only?: 'type';
}
export interface Layer {
  readonly folder: string;
  readonly imports: readonly Arrow[];
  /** Arrows of ADR 0002; one that nobody uses any more is stale. */
  readonly extra?: readonly Arrow[];
}

const value = (...folders: string[]): Arrow[] => folders.map((to) => ({ to }));
const type = (...folders: string[]): Arrow[] => folders.map((to) => ({ to, only: 'type' }));

const pki = ['src/pki/parse', 'src/pki/issue'];
const engine = ['src/ocpp', 'src/clock', ...pki, 'src/transport', 'src/files'];

export const layers: readonly Layer[] = [
  { folder: 'src/ocpp', imports: [] },
  { folder: 'src/clock', imports: [] },
  { folder: 'src/catalogue', imports: [] },
  { folder: 'src/pki/parse', imports: value('src/clock') },
  { folder: 'src/pki/issue', imports: value('src/clock') },
  { folder: 'src/timeline', imports: value('src/ocpp', 'src/clock') },
  { folder: 'src/transport', imports: value('src/ocpp', 'src/clock') },
  { folder: 'src/files', imports: value('src/clock') },
  { folder: 'src/rig/model', imports: value('src/clock') },
  {
    folder: 'src/rig/drivers',
    imports: [...value('src/clock'), ...type('src/rig/model')],
    extra: value('src/rig/model'),
  },
  { folder: 'src/operator', imports: [...type('src/ocpp'), ...value('src/clock')] },
  {
    folder: 'src/check',
    imports: [...value('src/ocpp', 'src/clock', 'src/timeline', 'src/pki/parse'), ...type('src/catalogue')],
  },
  { folder: 'src/station', imports: value(...engine, 'src/rig/model') },
  { folder: 'src/csms', imports: value(...engine) },
  {
    folder: 'src/mutants',
    imports: [
      ...type('src/station', 'src/csms'),
      ...value('src/ocpp', 'src/clock', ...pki, 'src/files', 'src/rig/model'),
    ],
    extra: type('src/transport'),
  },
  {
    folder: 'src/subject',
    imports: value(
      'src/station',
      'src/csms',
      'src/mutants',
      'src/rig/model',
      'src/transport',
      ...pki,
      'src/files',
      'src/clock',
    ),
  },
  {
    folder: 'src/peer',
    imports: value(...engine, 'src/check', 'src/timeline', 'src/catalogue', 'src/station', 'src/csms', 'src/rig/model'),
    extra: value('src/rig/drivers'),
  },
  {
    folder: 'src/states',
    imports: value(
      'src/peer',
      'src/rig/model',
      'src/rig/drivers',
      'src/operator',
      'src/files',
      ...pki,
      'src/check',
      'src/catalogue',
      'src/ocpp',
      'src/clock',
      'src/timeline',
    ),
  },
  {
    folder: 'src/harness',
    imports: value(
      'src/peer',
      'src/states',
      'src/check',
      'src/catalogue',
      'src/timeline',
      'src/rig/model',
      'src/rig/drivers',
      'src/operator',
      'src/files',
      ...pki,
      'src/clock',
      'src/ocpp',
    ),
    extra: value('src/transport'),
  },
  { folder: 'src/report', imports: [...value('src/check', 'src/catalogue', 'src/timeline'), ...type('src/ocpp')] },
  {
    folder: 'src/probe',
    imports: value('src/peer', 'src/catalogue'),
    extra: type('src/clock'),
  },
  {
    folder: 'src/cli',
    imports: value('src/harness', 'src/report', 'src/probe', 'src/subject', 'src/catalogue'),
    extra: [...value('src/clock', 'src/timeline', 'src/check'), ...type('src/transport', 'src/pki/issue')],
  },
  { folder: 'steps', imports: [...value('src/harness'), ...type('src/ocpp', 'src/check')] },
];

/** Packages per layer; `node:` = any built-in module. A layer without a row imports neither. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  'src/ocpp': ['ajv', 'ajv-formats'],
  'src/catalogue': ['fastest-levenshtein'],
  'src/check': ['node:crypto'],
  'src/pki/parse': ['node:', '@peculiar/x509', 'asn1js', 'node-forge', 'pkijs', 'reflect-metadata'],
  'src/pki/issue': ['node:', '@peculiar/x509', 'asn1js', 'node-forge', 'pkijs', 'reflect-metadata'],
  'src/timeline': ['node:', 'fastest-levenshtein'],
  'src/transport': ['node:', 'ws'],
  'src/files': ['node:'],
  'src/rig/model': ['ajv', 'node:events'],
  'src/rig/drivers': ['node:'],
  'src/operator': ['node:', 'fastest-levenshtein', 'yaml'],
  'src/station': ['node:'],
  'src/csms': ['node:', '@hono/node-server', 'fastest-levenshtein', 'hono'],
  'src/mutants': ['node:'],
  'src/subject': ['node:', 'ajv'],
  'src/peer': ['node:crypto'],
  'src/harness': ['node:', '@cucumber/cucumber', '@cucumber/gherkin', '@cucumber/messages', 'ajv', 'yaml'],
  'src/report': ['node:', 'allure', 'allure-js-commons'],
  'src/cli': ['node:', 'commander', '@cucumber/tag-expressions'],
  steps: ['@cucumber/cucumber'],
};
