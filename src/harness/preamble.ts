import type { CaseRun } from './case/case-run.ts';
import { Inconclusive } from './case/outcome.ts';
import { performAct } from './case/verbs/act.ts';
import { configureBoot } from './case/verbs/configure.ts';
import { reportConnectors } from './case/verbs/report.ts';
import { sendRequest } from './case/verbs/stimulus.ts';
import { establishPreconditions } from './device/preconditions.ts';
import { lengthenTimers } from './station-timers.ts';
import { until } from './waiting.ts';

/** General preconditions of the document before a case: connected and accepted, cable out, no transaction. */
export async function makeReady(run: CaseRun): Promise<void> {
  run.setting.timeline.setPhase('preamble');
  try {
    if (run.bench.role === 'station') await stationReady(run);
    else await csmsReady(run);
  } catch (error) {
    run.abandon(
      error instanceof Inconclusive
        ? error
        : new Inconclusive('preamble', error instanceof Error ? error.message : String(error)),
    );
  }
  run.mark = run.inbox.end;
  run.setAside(run.inbox.all.map(({ index }) => index));
  run.expected();
}

async function stationReady(run: CaseRun): Promise<void> {
  const { bench, config } = run;
  if (bench.role !== 'station') return;
  if (!(await run.interrupt.orStop(bench.accepted(config.deadlines.boot * 1000)))) {
    throw new Inconclusive(
      'sut-not-ready',
      `the Charging Station did not boot again within ${config.deadlines.boot} s after it was not accepted`,
    );
  }
  if (await run.interrupt.orStop(bench.connected(config.deadlines.connection * 1000))) return preconditions(run);
  throw new Inconclusive(
    'network',
    `the Charging Station ${config.identity} did not connect within ${config.deadlines.connection} s`,
  );
}

/** What the document wants of every device before a case, and what is known of this one. */
async function preconditions(run: CaseRun): Promise<void> {
  const { device, setting } = run;
  if (device === undefined) return;
  device.during = setting.id;
  await establishPreconditions(device);
  await lengthenTimers(run);
  for (const [name, value] of device.known) if (value !== '') run.variables.set(name, value);
}

/** Our station is connected and booted before a case, unless the case connects by itself. */
async function csmsReady(run: CaseRun): Promise<void> {
  const { bench, setting } = run;
  if (bench.role !== 'csms') return;
  const connects = setting.sentences.findIndex((text) => text.startsWith('the Charging Station connects'));
  const first = setting.sentences.findIndex((text) => !text.includes('is configured with'));
  if (connects !== -1 && connects === first) return bench.peer.drop();
  const result = await bench.connect({});
  if (!result.ok) throw new Inconclusive('network', `the CSMS refused our station at ${result.at}: ${result.reason}`);
  if (setting.sentences.some((text) => /power-cycles|sends a BootNotificationRequest/.test(text))) return;
  const outcome = await sendRequest(run, 'BootNotification', { reason: 'PowerUp' });
  const booted = await outcome;
  if (booted.kind !== 'result' || booted.payload['status'] !== 'Accepted') {
    throw new Inconclusive(
      'preamble',
      `the CSMS did not accept our station: ${booted.kind === 'result' ? String(booted.payload['status']) : booted.kind}`,
    );
  }
  await reportConnectors(run, 'Available', run.fixtureFacts.evses);
  await run.pending;
}

/** Restore after a case: rig idle, transaction over, configuration back. Returns what could not be restored. */
export async function leaveAsFound(run: CaseRun): Promise<string[]> {
  const { bench } = run;
  bench.peer.reset();
  const lost: string[] = [];
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      lost.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  if (bench.role === 'csms' && run.progress.plugged && run.progress.authorized && !run.progress.stopAuthorized) {
    const token = run.config.fixtures.tokens['valid token'];
    if (token !== undefined)
      await attempt('stop the transaction', () => performAct(run, { act: 'present', evse: run.evse, token }));
  }
  for (const evse of [...run.progress.cables.keys()])
    await attempt('unplug the cable', () => performAct(run, { act: 'unplug', evse }));
  if (run.progress.parked)
    await attempt('leave the parking bay', () => performAct(run, { act: 'leave', evse: run.evse }));
  if (run.progress.transaction === 'running') await attempt('end the transaction', () => transactionOver(run));
  if (bench.role === 'station' && run.progress.firmwarePending) {
    await attempt('finish the firmware update', () => settled(run, 'file', () => !run.progress.firmwarePending));
  }
  if (bench.role === 'station' && run.progress.booting) {
    await attempt('boot again', () => settled(run, 'boot', () => !run.progress.booting));
  }
  if (bench.role === 'station' && run.config.restore) {
    if (await bench.connected(run.config.deadlines.connection * 1000))
      lost.push(...((await run.device?.restore('case'))?.lost ?? []));
    else lost.push('the station is not connected');
  }
  // Many a CSMS keeps its boot policy: our station would stay out for the rest of the run.
  if (bench.role === 'csms' && run.config.restore && run.progress.bootStatus !== 'Accepted')
    await attempt('next boot status', () => configureBoot(run, 'Accepted'));
  return lost;
}

/** Waits for what a case has set going and not seen to its end: the next one must not meet it. */
async function settled(run: CaseRun, deadline: 'boot' | 'file', over: () => boolean): Promise<void> {
  const seconds = run.config.deadlines[deadline];
  const ended = await until(
    run.clock,
    seconds * 1000,
    {
      check: () => (over() ? true : undefined),
      changed: (again) => run.inbox.onNew(again),
    },
    2000,
  );
  if (ended !== true) throw new Error(`still under way after ${seconds} s`);
}

async function transactionOver(run: CaseRun): Promise<void> {
  const over = () => (run.progress.transaction === 'running' ? undefined : true);
  const wait = (ms: number) => until(run.clock, ms, { check: over, changed: (again) => run.inbox.onNew(again) }, 1000);
  if ((await wait(5000)) === true) return;
  if (run.bench.role === 'station' && run.progress.transactionId !== undefined) {
    await run.bench.peer.send('RequestStopTransaction', { transactionId: run.progress.transactionId });
    if ((await wait(10_000)) === true) return;
  }
  throw new Error('a transaction is still running');
}
