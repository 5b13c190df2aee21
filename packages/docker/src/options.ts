/** Told of every call that did not succeed. */
interface DockerLogger {
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export interface DockerOpsCloudOptions {
  /** Name of this installation: only containers that bear it are touched. */
  readonly installation: string;
  /** The folder of certificates that a variable of the server names; undefined when it is not set. */
  readonly folderOf: (variable: string) => string | undefined;
  /** Bound of every port call. Default 8000. */
  readonly requestTimeoutMs?: number;
  readonly now?: () => Date;
  readonly logger?: DockerLogger;
}
