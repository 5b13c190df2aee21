import type { FinishedOperation } from '../operation/finished-operation.ts';
import { plainMessage } from '../operation/plain-message.ts';

/** What errors of Apollo Server carry for its HTTP answer. */
interface ErrorExtensions {
  readonly code?: unknown;
  readonly http?: { readonly status?: unknown };
}

/**
 * A request that Apollo Server answers with one error before any operation begins: the context
 * could not be made, or the request was not one of GraphQL's. The answer is as Apollo Server
 * makes it: the status that the error carries or 500, the code that it carries or
 * `INTERNAL_SERVER_ERROR`. When it arrived is not told.
 * https://github.com/apollographql/apollo-server/blob/main/packages/server/src/errorNormalize.ts
 */
export function refusedRequest(error: Error): FinishedOperation {
  const extensions: ErrorExtensions = (error as { readonly extensions?: object }).extensions ?? {};
  const { http, code = 'INTERNAL_SERVER_ERROR', ...others } = extensions;
  const { message, path, locations } = error as Error & Record<'path' | 'locations', unknown>;
  const shown = { message, path, locations, extensions: { ...others, code } };
  return {
    status: typeof http?.status === 'number' ? http.status : 500,
    messages: [plainMessage({ errors: [shown] })],
    name: undefined,
    type: undefined,
    aborted: false,
    durationMs: null,
  };
}
