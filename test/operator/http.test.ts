import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { httpOperator, type Intent, intentWords } from '../../src/operator/index.ts';
import { readTable } from '../../src/operator/table.ts';

interface Seen {
  method: string;
  url: string;
  authorization: string | undefined;
  body: unknown;
}
let server: Server;
let base: string;
let seen: Seen[];
let reply: (url: string) => { status: number; body: unknown };

beforeEach(async () => {
  seen = [];
  reply = () => ({ status: 200, body: {} });
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += String(chunk);
    });
    request.on('end', () => {
      const { method = '', url = '' } = request;
      seen.push({
        method,
        url,
        authorization: request.headers.authorization,
        body: text === '' ? undefined : JSON.parse(text),
      });
      const { status, body } = reply(url);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const example = readFileSync('examples/operator-http.yaml', 'utf8');
function operator(yaml = example.replace(/^base: .*$/m, `base: ${base}`)) {
  const tableFile = join(mkdtempSync(join(tmpdir(), 'assay-')), 'table.yaml');
  writeFileSync(tableFile, yaml);
  return httpOperator({ tableFile, env: { CSMS_API_TOKEN: 'secret' } });
}
const send = (action: string, ...words: [string, string][]): Intent => ({ kind: 'send', action, words });

test('the example covers at least twelve messages and can be read', () => {
  const { entries } = readTable(example, 'example', { CSMS_API_TOKEN: 'x' });
  expect([...entries.keys()].filter((name) => name in intentWords).length).toBeGreaterThanOrEqual(12);
});

test('words become URL and typed body; what is not said is left out', async () => {
  expect(await operator().order('CS 1', send('Reset', ['evse', '2']))).toEqual({ outcome: 'accepted' });
  expect(await operator().order('CS 1', send('GetVariables', ['variable', 'A.B'], ['variable', 'A.C']))).toEqual({
    outcome: 'accepted',
  });
  expect(seen).toEqual([
    {
      method: 'POST',
      url: '/stations/CS%201/reset',
      authorization: 'Bearer secret',
      body: { type: 'OnIdle', evseId: 2 },
    },
    {
      method: 'POST',
      url: '/stations/CS%201/variables/read',
      authorization: 'Bearer secret',
      body: { variables: ['A.B', 'A.C'] },
    },
  ]);
});

test('an id is looked up first and remembered', async () => {
  reply = (url) => ({ status: 200, body: url.includes('transactions?') ? [{ id: 77 }] : {} });
  expect(await operator().order('CS-1', send('RequestStopTransaction', ['transaction', 'the one at EVSE 2']))).toEqual({
    outcome: 'accepted',
  });
  expect(seen.map(({ url }) => url)).toEqual([
    '/stations/CS-1/transactions?evse=2&running=true',
    '/transactions/77/stop',
  ]);
});

test('tokens in columns are one exchange each, a view shows a value', async () => {
  const table = operator();
  const settings = [
    ['token', 'A'],
    ['token', 'B'],
    ['status', 'Accepted'],
    ['status', 'Blocked'],
    ['group', 'G'],
  ] as const;
  await table.order('CS-1', { kind: 'configure', settings });
  expect(seen.map(({ url, body }) => [url, body])).toEqual([
    ['/tokens/A', { status: 'Accepted', group: 'G' }],
    ['/tokens/B', { status: 'Blocked', group: 'G' }],
  ]);
  reply = () => ({ status: 200, body: { value: 300 } });
  expect(await table.order('CS-1', { kind: 'view', what: 'variable A.B' })).toEqual({
    outcome: 'accepted',
    shown: '300',
  });
});

test('what the table or the CSMS does not have', async () => {
  expect(await operator().order('CS-1', send('GetLog', ['log', 'SecurityLog']))).toEqual({
    outcome: 'unavailable',
    reason: 'the table has no "GetLog"',
  });
  expect(await operator().order('CS-1', send('UnlockConnector', ['evse', '1']))).toMatchObject({
    outcome: 'not-done',
    reason: /connector/,
  });
  reply = () => ({ status: 500, body: { error: 'broken' } });
  expect(await operator().order('CS-1', send('ClearCache'))).toMatchObject({
    outcome: 'not-done',
    reason: /HTTP 500.*broken/,
  });
  reply = () => ({ status: 501, body: {} });
  expect(await operator().order('CS-1', send('ClearCache'))).toMatchObject({ outcome: 'unavailable' });
});

test('the time, and a number that no earlier order had, are words of every order', async () => {
  const yaml = `base: ${base}\nintents:\n  ClearCache:\n    url: /x\n    body: { at: "{{now}}", id: "{{new id:number}}" }\n`;
  const one = operator(yaml);
  const before = Date.now();
  await one.order('CS-1', send('ClearCache'));
  await one.order('CS-1', send('ClearCache'));
  const [first, second] = seen.map(({ body }) => body as { at: string; id: number });
  expect(Date.parse(first?.at ?? '')).toBeGreaterThanOrEqual(before);
  expect(second?.id).toBeGreaterThan(first?.id ?? Number.POSITIVE_INFINITY);
  expect(second?.id).toBeLessThan(2 ** 31);
});

test('of a choice that is left to a person a table takes the first', async () => {
  const yaml = `base: ${base}\nintents:\n  configure next boot status: { url: /boot, body: { policy: "{{next boot status}}" } }\n`;
  await operator(yaml).order('CS-1', { kind: 'configure', settings: [['next boot status', 'Pending or Rejected']] });
  expect(seen).toMatchObject([{ body: { policy: 'Pending' } }]);
});

test('a CSMS that does not answer is one clear line', async () => {
  const nowhere = operator('base: http://127.0.0.1:1\nintents:\n  ClearCache:\n    url: /x\n');
  await expect(nowhere.order('CS-1', send('ClearCache'))).rejects.toThrow(
    /POST http:\/\/127.0.0.1:1\/x: .*; check that it runs/,
  );
});

test.each([
  ['base: http://x\nintents:\n  Rest:\n    url: /x\n', 't line 3: no intent "Rest"; nearest is "Reset"'],
  ['base: http://x\nintents:\n  Reset:\n    uri: /x\n', 't line 4: "Reset" knows no "uri"; nearest is "url"'],
  ['base: http://x\nintents:\n  Reset:\n    url: /{{typ}}\n', '"Reset" has no word "typ"; nearest is "type"'],
  [
    'base: http://x\nintents:\n  Reset:\n    url: /{{type:word}}\n',
    'type "word" is none of text, number, boolean, list',
  ],
  [
    'base: http://x\nheaders:\n  A: $' + '{env:NOT_SET}\nintents: {}\n',
    't line 3: the environment variable NOT_SET is not set',
  ],
  ['base: x\nintents: {}\n', '"base" must be the URL'],
  ['base: http://x\nintents:\n  Reset: {url: /x, method: FETCH}\n', 'method "FETCH" is none of GET'],
  ['base: http://x\nbase: y\nintents: {}\n', 't line 2: Map keys must be unique'],
  ['- 1\n', 't line 1: the table must be a map of keys and values'],
])('fault in table %#', (yaml, message) => {
  expect(() => readTable(yaml, 't', {})).toThrow(message);
});

test('a table that is not there', () => {
  expect(() => httpOperator({ tableFile: '/nowhere/table.yaml' })).toThrow(/\/nowhere\/table.yaml: cannot be read/);
});
