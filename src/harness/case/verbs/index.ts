import type { CaseRun } from '../case-run.ts';
import { judgeCase } from '../judge-case.ts';
import { Arguments } from '../sentence.ts';
import { act } from './act.ts';
import { answer } from './answer.ts';
import { configure } from './configure.ts';
import { connect, judgeConnection } from './connection.ts';
import { lookBack, send, sendPattern } from './expecting.ts';
import { changeLink } from './link.ts';
import { ask, operatorSees } from './operator.ts';
import { prepare } from './prepare.ts';
import { reach } from './reach.ts';
import { report } from './report.ts';
import { respond } from './respond.ts';
import { rigShows } from './rig-shows.ts';
import { holds } from './rules.ts';
import { pass, reachMoment } from './time.ts';

type Verb = (run: CaseRun, args: Arguments) => Promise<void>;

const table = {
  configure,
  reach,
  prepare,
  send,
  sendPattern,
  lookBack,
  respond,
  answer,
  report,
  connect,
  judgeConnection,
  changeLink,
  act,
  ask,
  operatorSees,
  rigShows,
  holds,
  pass,
  reachMoment,
  verdict: async (run: CaseRun) => judgeCase(run),
} satisfies Record<string, Verb>;

/** The verbs of the sentences in steps/. */
export type CaseVerb = keyof typeof table;

export const verbs: Readonly<Record<CaseVerb, (run: CaseRun, args: readonly unknown[]) => Promise<void>>> =
  Object.fromEntries(
    Object.entries(table).map(([name, verb]) => [
      name,
      (run: CaseRun, args: readonly unknown[]) => verb(run, new Arguments(args)),
    ]),
  ) as Record<CaseVerb, (run: CaseRun, args: readonly unknown[]) => Promise<void>>;
