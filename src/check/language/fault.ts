/**
 * A fault of a feature, found before anything is sent (VOCABULARY.md section 2). Never the SUT's: its verdict is error.
 * The message is one line: where, what, what was expected.
 */
export class TestDesignError extends Error {
  /** Table row, counted from 1, header included. */
  readonly row: number | undefined;
  readonly what: string;
  readonly expected: string | undefined;

  constructor(what: string, expected?: string, row?: number) {
    super(`${row === undefined ? '' : `row ${row}: `}${what}${expected === undefined ? '' : `; expected ${expected}`}`);
    this.name = 'TestDesignError';
    this.what = what;
    this.expected = expected;
    this.row = row;
  }
}

/** Runs `work`; a TestDesignError without a row gets this one. */
export function inRow<T>(row: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TestDesignError && error.row === undefined) {
      throw new TestDesignError(error.what, error.expected, row);
    }
    throw error;
  }
}
