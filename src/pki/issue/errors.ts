/** Something asked for cannot be made, kept or read back. The message is one line: what, where, what to do. */
export class IssueError extends Error {
  override readonly name = 'IssueError';
}
