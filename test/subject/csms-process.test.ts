import { afterEach, expect, test } from 'vitest';
import { readCsmsOptions } from '../../src/subject/csms-options.ts';
import { runCsmsSubject } from '../../src/subject/csms-process.ts';
import { FakeStation } from '../csms/fake-station.ts';

const password = '0123456789abcdef';
const options = {
  endpoints: [{ securityProfile: 1 as const }],
  stations: [{ identity: 'CS-1', password, securityProfiles: [1 as const] }],
};
let stop = async () => {};
afterEach(() => stop());

test('says where it listens, serves a station and tells of its mutant', async () => {
  const said: object[] = [];
  const subject = await runCsmsSubject(
    { ...readCsmsOptions(JSON.stringify(options)), mutant: 'accepts everybody' },
    {
      say: (line) => said.push(line),
      mutants: {
        'accepts everybody': (parts) => ({ ...parts, connection: { ...parts.connection, basicAuth: () => true } }),
      },
    },
  );
  stop = subject.stop;
  expect(subject.ready).toMatchObject({
    role: 'csms',
    operator: expect.stringMatching(/^http:/),
    endpoints: { 1: expect.stringMatching(/^ws:/) },
  });
  expect(said).toEqual([{ mutant: 'accepts everybody', applied: true }]);
  const station = await FakeStation.connect(`${Reflect.get(Object(subject.ready['endpoints']), '1')}/CS-1`, {
    auth: 'CS-1:wrong-password-xx',
  });
  expect(await station.boot()).toMatchObject({ status: 'Accepted' });
  expect(said).toContainEqual({ mutant: 'accepts everybody', exercised: true });
});

test.each([
  ['{}', "options of the embedded CSMS: they must have required property 'endpoints'"],
  [
    '{"endpoints":[{"securityProfile":1}],"stations":[],"tokenz":[]}',
    'options of the embedded CSMS: they must NOT have additional properties (tokenz)',
  ],
])('%s is refused with one line', (json, message) => {
  expect(() => readCsmsOptions(json)).toThrow(message);
});

test('an endpoint with TLS needs keys, and a mutant must exist', async () => {
  await expect(runCsmsSubject({ ...options, endpoints: [{ securityProfile: 2 }] }, { mutants: {} })).rejects.toThrow(
    'the endpoint of security profile 2 needs "tls"',
  );
  await expect(runCsmsSubject({ ...options, mutant: 'x' }, { mutants: {} })).rejects.toThrow('no CSMS mutant "x"');
});
