import type { Happened } from './wire.ts';

const longestBody = 1e6;

/** Name of the operation in the body of a GraphQL request, where it says one. */
export function operationOf(body: unknown): string | undefined {
  if (typeof body !== 'string') return;
  try {
    return JSON.parse(body).operationName || undefined;
  } catch {}
}

/** What a GraphQL answer held; the page's own copy of it is not touched. */
export async function answerOf(response: Response): Promise<Happened['g']> {
  if (Number(response.headers.get('content-length')) > longestBody) return;
  try {
    const { data, errors } = JSON.parse(await response.clone().text());
    if (data === undefined && !errors) return ['?', []];
    const codes = (errors ?? []).map((e: { extensions?: { code?: unknown } }) =>
      String(e.extensions?.code ?? ''),
    );
    return [data ? 'f' : data === null ? 'n' : '-', codes.slice(0, 9)];
  } catch {
    return ['?', []];
  }
}
