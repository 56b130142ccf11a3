import { describe, expect, it } from 'vitest';
import { readVariables, writeVariable } from '../../src/harness/case/device-variables.ts';
import { Inconclusive } from '../../src/harness/case/outcome.ts';
import { makeCase } from './case-bench.ts';

const result = (payload: Record<string, unknown>) => () => ({ kind: 'result', payload }) as const;
const power = (evse: number) => ({ component: 'EVSE', evse, variable: 'Power' });
const told = (evse: number, attributeValue: string) => ({
  attributeStatus: 'Accepted',
  attributeValue,
  component: { name: 'EVSE', evse: { id: evse } },
  variable: { name: 'Power' },
});

describe('reading the device', () => {
  it('keeps variables of different EVSEs apart, in whatever order they are told', async () => {
    const { run, stage } = makeCase();
    stage.reply = result({ getVariableResult: [told(2, '22000'), told(1, '11000')] });
    expect(await readVariables(run, [power(1), power(2)])).toEqual([
      { status: 'Accepted', value: '11000' },
      { status: 'Accepted', value: '22000' },
    ]);
    expect(stage.sent[0]?.payload['getVariableData']).toEqual([
      { component: { name: 'EVSE', evse: { id: 1 } }, variable: { name: 'Power' } },
      { component: { name: 'EVSE', evse: { id: 2 } }, variable: { name: 'Power' } },
    ]);
    expect(Object.fromEntries(run.variables)).toEqual({ 'EVSE@1.Power': '11000', 'EVSE@2.Power': '22000' });
  });

  it('tells what it has not', async () => {
    const { run, stage } = makeCase();
    stage.reply = result({
      getVariableResult: [
        {
          attributeStatus: 'UnknownVariable',
          component: { name: 'EVSE', evse: { id: 1 } },
          variable: { name: 'Power' },
        },
      ],
    });
    expect(await readVariables(run, [power(1), power(2)])).toEqual([
      { status: 'UnknownVariable', value: undefined },
      { status: 'missing', value: undefined },
    ]);
    expect(run.variables.size).toBe(0);
  });

  it('asks for no more at once than the device has said it can take (B06.FR.05)', async () => {
    const { run, stage } = makeCase();
    run.device?.known.set('DeviceDataCtrlr.ItemsPerMessage[GetVariables]', '2');
    stage.reply = result({ getVariableResult: [told(1, '11000'), told(2, '22000'), told(3, '33000')] });
    const read = await readVariables(run, [power(1), power(2), power(3)]);
    expect(read.map(({ value }) => value)).toEqual(['11000', '22000', '33000']);
    expect(stage.sent.map(({ payload }) => Object(payload['getVariableData']).length)).toEqual([2, 1]);
  });

  it('is inconclusive without an answer', async () => {
    const { run, stage } = makeCase();
    stage.reply = () => ({ kind: 'timeout' });
    const reading = readVariables(run, [power(1)]);
    await expect(reading).rejects.toThrow(Inconclusive);
    await expect(reading).rejects.toThrow('GetVariables for EVSE@1.Power was not answered: timeout');
  });
});

describe('writing to the device', () => {
  it.each([
    ['Accepted', '16'],
    ['RebootRequired', '16'],
    ['Rejected', undefined],
  ])('%s', async (attributeStatus, known) => {
    const { run, stage } = makeCase();
    stage.reply = result({ setVariableResult: [{ attributeStatus }] });
    expect(await writeVariable(run, power(1), '16')).toBe(attributeStatus);
    expect(run.variables.get('EVSE@1.Power')).toBe(known);
  });

  it('says how it went without an answer', async () => {
    const { run, stage } = makeCase();
    stage.reply = () => ({ kind: 'closed' });
    expect(await writeVariable(run, power(1), '16')).toBe('closed');
  });
});
