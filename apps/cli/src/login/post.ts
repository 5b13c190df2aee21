import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';

interface Posted {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const patienceMs = 30_000;

/** Posts JSON to a path of the server that is no verb. Errors: `Failure` when nothing that speaks JSON answers. */
export async function post(
  host: Host,
  address: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Posted> {
  const url = new URL(address).origin;
  try {
    const answer = await host.fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', 'accept-language': host.language, ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = (await answer.text()).slice(0, 100_000);
    const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: answer.status, body: parsed as Posted['body'] };
  } catch (error) {
    const detail = error instanceof Error ? error.name : String(error);
    throw new Failure('unavailable', say(host, 'server-unreachable', { url, detail }));
  }
}
