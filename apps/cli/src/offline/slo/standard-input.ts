/** What is piped into the command, read as it comes. */
export interface StandardInput {
  readonly chunks: AsyncIterable<Buffer>;
  /** Nothing is piped: somebody has to type. */
  readonly isTerminal: boolean;
}

/** The standard input of this process. */
export function standardInput(): StandardInput {
  return {
    chunks: process.stdin as AsyncIterable<Buffer>,
    isTerminal: process.stdin.isTTY === true,
  };
}
