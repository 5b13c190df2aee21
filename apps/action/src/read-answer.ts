/** Credentials of the lent role. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** How the lease stands, and what it gives. */
export interface Answer {
  readonly lease: string;
  readonly state: string;
  /** Its page; null where nobody told Sekisho its own address. */
  readonly url: string | null;
  /** For people, in the language that was asked for. */
  readonly message: string;
  readonly credentials: Credentials | null;
  /** The role, once it is lent; without credentials the job assumes it itself. */
  readonly role: {
    readonly arn: string;
    readonly sessionName: string;
    readonly region: string;
  } | null;
  /** ISO 8601; null while nothing is lent. */
  readonly deadline: string | null;
  readonly retryAfterSeconds: number | null;
}

/** Reads an answer of the exchange; null when it is none. */
export function readAnswer(text: string): Answer | null {
  const body = objectIn(text);
  if (body === null) return null;
  const { lease, state, url, message, deadline, retryAfterSeconds } = body;
  const given = [lease, state, message].every((value) => typeof value === 'string');
  if (!given) return null;
  return {
    ...{ lease: String(lease), state: String(state), message: String(message) },
    url: typeof url === 'string' ? url : null,
    credentials: stringsOf(body['credentials'], [
      'accessKeyId',
      'secretAccessKey',
      'sessionToken',
      'expiresAt',
    ]),
    role: stringsOf(body['role'], ['arn', 'sessionName', 'region']),
    deadline: typeof deadline === 'string' ? deadline : null,
    retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
  };
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function stringsOf<Name extends string>(
  value: unknown,
  names: readonly Name[],
): Record<Name, string> | null {
  if (typeof value !== 'object' || value === null) return null;
  const found = value as Record<string, unknown>;
  if (names.some((name) => typeof found[name] !== 'string')) return null;
  return Object.fromEntries(names.map((name) => [name, found[name]])) as Record<Name, string>;
}
