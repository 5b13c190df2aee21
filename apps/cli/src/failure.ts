import { type ErrorClass, exitCodes } from '@sekisho/contract/errors';

/** An expected failure of a command: one line that says why and what to do, and the exit code. */
export class Failure extends Error {
  readonly exitCode: number;

  constructor(kind: ErrorClass, line: string) {
    super(line);
    this.name = 'Failure';
    this.exitCode = exitCodes[kind];
  }
}
