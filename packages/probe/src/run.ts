/** What one probe asks. */
export interface ProbeTarget {
  readonly url: string;
  readonly method?: 'GET' | 'HEAD';
  /** Sent to the URL's own origin, and to no other that it redirects to. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for the whole, all redirects included. Default 10,000. */
  readonly timeoutMs?: number;
  /** Bytes of a body that are read; the rest is left. Default 65,536. */
  readonly maxBytes?: number;
  /** How many redirects are followed; with 0 a redirect is an answer like any other. Default 0. */
  readonly redirects?: number;
  /** A certificate authority (PEM) that is trusted besides the known ones. */
  readonly ca?: string;
  /** `private` also reaches private and loopback addresses, never link-local ones. Default `public`. */
  readonly reach?: 'public' | 'private';
}

/** Milliseconds that each phase of the last exchange took; null when it did not end, or there was none. */
export interface Phases {
  readonly dns: number | null;
  readonly connect: number | null;
  readonly tls: number | null;
  /** From when the request could be sent to the first byte of the answer. */
  readonly firstByte: number | null;
  /** From the probe's beginning to its end, redirects included. */
  readonly whole: number;
}

export type FailedPhase = 'address' | 'dns' | 'connect' | 'tls' | 'first-byte' | 'body';

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  /** At most `maxBytes` of it, as UTF-8. */
  readonly body: string;
  /** Where it came from in the end. */
  readonly url: string;
  /** Milliseconds since 1970 at which the certificate ends; null without TLS. */
  readonly certificateEnds: number | null;
}

export interface Failed {
  readonly kind: 'failed';
  readonly phase: FailedPhase;
  /** A stable word: `timeout`, `forbidden-address`, `too-many-redirects`, or Node's code such as `ECONNREFUSED`. */
  readonly code: string;
}

/** One probe that was run. */
export interface ProbeRun {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly phases: Phases;
  readonly outcome: Answered | Failed;
}
