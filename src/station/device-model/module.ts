import type { Requests, Responses } from '../../ocpp/index.ts';
import type { Answer } from '../../transport/types.ts';
import type { StationContext, StationModule } from '../parts.ts';
import { getVariables, overLimit, setVariables } from './get-and-set.ts';
import type { DeviceModel } from './model.ts';
import { baseReport, customReport, reportData } from './report-selection.ts';
import type { VariableDefinition } from './types.ts';

/** Variables in one NotifyReportRequest. */
const variablesPerReport = 25;

/** Sends reports one after the other as NotifyReportRequest chains (B07.FR.03/04/10, B08.FR.03/04/14). */
function createReporter(context: StationContext, model: DeviceModel) {
  let life = 0;
  let last: Promise<void> = Promise.resolve();

  async function notify(requestId: number, selection: readonly VariableDefinition[], born: number): Promise<void> {
    const generatedAt = new Date(context.clock.now()).toISOString();
    for (let seqNo = 0; seqNo * variablesPerReport < Math.max(selection.length, 1); seqNo++) {
      if (born !== life) return;
      const part = selection.slice(seqNo * variablesPerReport, (seqNo + 1) * variablesPerReport);
      const tbc = (seqNo + 1) * variablesPerReport < selection.length;
      const outcome = await context.send('NotifyReport', {
        requestId,
        generatedAt,
        seqNo,
        tbc,
        ...(part.length === 0 ? {} : { reportData: part.map((definition) => reportData(model, definition)) }),
      });
      if (outcome.kind !== 'closed') continue;
      context.log(`report ${requestId} ended after part ${seqNo}: the connection is gone`);
      return;
    }
  }

  return {
    /** Begins after the answer to the request has been handed over. */
    report(requestId: number, selection: readonly VariableDefinition[]): void {
      const born = life;
      context.clock.after(0, () => {
        last = last.then(() => notify(requestId, selection, born));
      });
    },
    abandon(): void {
      life += 1;
    },
  };
}

/** Guards that ask seams, and values that are worked out when read. */
function wire(context: StationContext, model: DeviceModel): void {
  model.guard('SecurityCtrlr', 'BasicAuthPassword', (password) =>
    context.parts.connection.passwordAcceptable(password)
      ? undefined
      : { reasonCode: 'InvalidValue', additionalInfo: 'not a passwordString of this station' },
  );
  // At least one profile must stay, else nothing could be connected to.
  model.guard('OCPPCommCtrlr', 'NetworkConfigurationPriority', (value) =>
    value === '' ? { reasonCode: 'InvalidValue', additionalInfo: 'no slot named' } : undefined,
  );
  if (model.find('ClockCtrlr', 'DateTime') !== undefined)
    model.computed('ClockCtrlr', 'DateTime', () => new Date(context.clock.now()).toISOString());
  model.onChange(({ component, variable, by }) => {
    // A01.FR.11/12: the change is logged, never the password.
    if (component === 'SecurityCtrlr' && variable === 'BasicAuthPassword' && by === 'CSMS')
      context.securityEvent('ReconfigurationOfSecurityParameters', 'BasicAuthPassword');
  });
}

/**
 * B05 to B08: GetVariables, SetVariables, GetBaseReport, GetReport over the device model. `summaryInventory` false: that base
 * report is not supported (B07.FR.02, B07.FR.12).
 */
export function createDeviceModel(
  context: StationContext,
  model: DeviceModel,
  options: { readonly summaryInventory?: boolean } = {},
): StationModule & { readonly model: DeviceModel } {
  const reporter = createReporter(context, model);
  wire(context, model);

  function getBaseReport({ requestId, reportBase }: Requests['GetBaseReport']): Responses['GetBaseReport'] {
    if (reportBase === 'SummaryInventory' && options.summaryInventory === false) return { status: 'NotSupported' };
    const selection = baseReport(model, reportBase);
    if (selection.length === 0) return { status: 'EmptyResultSet' };
    reporter.report(requestId, selection);
    return { status: 'Accepted' };
  }

  function getReport(request: Requests['GetReport']): Responses['GetReport'] | Answer {
    const refused = overLimit(model, 'GetReport', request.componentVariable?.length ?? 0, request);
    if (refused !== undefined) return refused;
    const selection = customReport(model, request);
    if (selection.length === 0) return { status: 'EmptyResultSet' }; // B08.FR.15
    reporter.report(request.requestId, selection);
    return { status: 'Accepted' };
  }

  return {
    model,
    handlers: {
      SetVariables: (request) => setVariables(model, request),
      GetVariables: (request) => getVariables(model, request),
      GetBaseReport: getBaseReport,
      GetReport: getReport,
    },
    poweredOff: () => reporter.abandon(),
  };
}
