const wrongUse =
  /^(?:UsageError|FeatureError|NoTerminal|NoOperatorTerminal|TableFault|IssueError|RigUnreachable|OperatorUnreachable|TestDesignError|TimelineFileError)$/;

/** A port in use, a folder that is not there: the message of the system names it. */
const isBadPlace = (error: unknown): boolean =>
  error instanceof Error && /EADDRINUSE|EACCES|ENOENT|port \d+ is|is in use|already in use/.test(error.message);

/** What went wrong, as one line and as exit code: 3 is wrong use, 2 a fault of ours. */
export interface Fault {
  readonly text: string;
  readonly exitCode: 2 | 3;
  /** The hands of the subject do not answer. */
  readonly hands?: 'rig' | 'operator';
}
const hands: Readonly<Record<string, Fault['hands']>> = { RigUnreachable: 'rig', OperatorUnreachable: 'operator' };

export function faultOf(error: unknown): Fault {
  const name = error instanceof Error ? error.name : '';
  const text = error instanceof Error ? error.message : String(error);
  const away = hands[name];
  return { text, exitCode: wrongUse.test(name) || isBadPlace(error) ? 3 : 2, ...(away && { hands: away }) };
}
