/** A container engine that runs ops servers. */
export interface EngineConfig {
  /** `unix:///…` or `tcp://host:port`. */
  readonly endpoint: string;
  /** Environment variable of the server that names the folder of its certificates; null for a socket. */
  readonly certificates: string | null;
  readonly network: string;
  /** Docker context by which holders reach it; null for the endpoint. */
  readonly context: string | null;
}
