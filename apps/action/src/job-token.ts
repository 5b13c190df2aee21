import { HttpClient } from '@actions/http-client';
import { BearerCredentialHandler } from '@actions/http-client/lib/auth';
import { Failure } from './failure.ts';

/** Where the runner says that tokens are, and what to ask with. */
export interface TokenSource {
  readonly url: string;
  readonly bearer: string;
}

/**
 * A fresh OIDC token of this job. The toolkit's own way prints a command on standard output for each,
 * and there a `credential_process` may say nothing but its answer.
 * Errors: `Failure` `no-id-token`, `token-refused`.
 */
export async function askJobToken(source: TokenSource | null, audience: string): Promise<string> {
  if (source === null) throw new Failure('no-id-token');
  const client = new HttpClient('sekisho-action', [new BearerCredentialHandler(source.bearer)], {
    ...{ allowRetries: true, maxRetries: 3, socketTimeout: 20_000 },
  });
  const url = `${source.url}&audience=${encodeURIComponent(audience)}`;
  try {
    const { result } = await client.getJson<{ value?: string }>(url);
    if (typeof result?.value === 'string') return result.value;
  } catch (error) {
    const { statusCode } = error as { statusCode?: number };
    throw new Failure('token-refused', { why: statusCode ? `HTTP ${statusCode}` : codeOf(error) });
  } finally {
    client.dispose();
  }
  throw new Failure('token-refused', { why: 'empty' });
}

/** A short word for what went wrong on the network; messages of it may hold addresses with secrets. */
export function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
