import type { Host, Output } from '../host.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Where a person is told things, and asked: standard error, and the terminal where that is elsewhere. */
export interface Screen {
  /** The host whose standard error is seen by the person, if anybody can see anything. */
  readonly host: Host;
  readonly terminal: Terminal | null;
  readonly close: () => void;
}

/**
 * The AWS CLI keeps what a `credential_process` says on standard error to itself until the end, so
 * that nobody would see where to approve: it is said at the terminal too.
 * Source: https://github.com/boto/botocore/issues/1348
 */
export function openScreen(host: Host): Screen {
  const terminal = openTerminal();
  const close = () => terminal?.close();
  if (terminal === null || host.stderr.isTerminal) return { host, terminal, close };
  const both: Output = {
    write: async (text) => {
      terminal.write(text);
      // Lines that are drawn over each other are for the terminal alone.
      if (!text.includes('\r')) await host.stderr.write(text);
    },
    isTerminal: true,
    columns: 80,
  };
  return { host: { ...host, stderr: both }, terminal, close };
}
