/** What the caller said about the server on the command line. */
export interface ServerOptions {
  readonly url?: string | undefined;
  /** The hat to wear in practice. */
  readonly as?: string | undefined;
}
