/** How a push ended. */
export type Sent =
  | { readonly kind: 'accepted' }
  /** It may go better later: no answer, an overload, a token that is not known yet. */
  | { readonly kind: 'failed'; readonly reason: string; readonly askedMs: number | null }
  /** It will never be accepted as it is. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface Receiver {
  readonly url: string;
  readonly token: string;
  readonly timeoutMs: number;
  readonly fetch: typeof globalThis.fetch;
}

/** Statuses that say that the content itself is wrong: RFC 9110, sections 15.5.1, 15.5.14 and 15.5.21. */
const refusals = new Set([400, 413, 422]);

/** Posts JSON with a bearer token. Redirects are not followed: the token is for this URL. Never rejects. */
export async function send(body: object, receiver: Receiver): Promise<Sent> {
  const { url, token, timeoutMs, fetch } = receiver;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    // An answer that is not read keeps its connection.
    await response.body?.cancel();
    if (response.ok) return { kind: 'accepted' };
    const reason = `status ${response.status}`;
    if (refusals.has(response.status)) return { kind: 'refused', reason };
    return { kind: 'failed', reason, askedMs: askedWait(response) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : '', askedMs: null };
  }
}

function askedWait({ headers }: Response): number | null {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : null;
}
