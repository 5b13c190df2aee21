import { answerOf, operationOf } from './graphql.ts';
import type { BeaconOptions } from './options.ts';
import { routeOf } from './routes.ts';
import type { Happened } from './wire.ts';

type Given = Parameters<typeof fetch>;

/**
 * `fetch` that tells `note` what became of each request, and is otherwise as it was.
 * @param isLeaving whether the page is going: what then fails is nobody's failure
 */
export function watchFetch(
  plain: typeof fetch,
  options: BeaconOptions,
  { note, isLeaving }: { note: (happened: Happened) => void; isLeaving: () => boolean },
): typeof fetch {
  async function ended(happened: Happened, response: Response): Promise<void> {
    const answered = { ...happened, s: response.status, d: since(happened) };
    const g = happened.o === undefined ? undefined : await answerOf(response);
    note(g ? { ...answered, g } : answered);
  }

  return async (...given) => {
    const happened = begun(given, options);
    try {
      const response = await plain(...given);
      if (happened) void ended(happened, response);
      return response;
    } catch (error) {
      if (happened) {
        const own = abortedByPage(given, error) || isLeaving() || !navigator.onLine;
        note({ ...happened, d: since(happened), ...(own ? { x: 1 as const } : {}) });
      }
      throw error;
    }
  };
}

/** A request that is about to be made; null for one that does not count. */
function begun([input, init]: Given, options: BeaconOptions): Happened | null {
  try {
    const request = input instanceof Request ? input : null;
    const target = new URL(request ? request.url : String(input), location.href);
    const known = [location.origin, ...(options.origins ?? [])].includes(target.origin);
    const ours = target.href.split('?')[0] === options.url;
    const r = known && !ours ? (options.route ?? routeOf)(target) : null;
    if (!r) return null;
    const isGraphql = target.pathname === (options.graphql ?? '/graphql');
    const o = isGraphql ? (operationOf(init?.body) ?? '') : undefined;
    const m = (init?.method ?? request?.method ?? 'GET').toUpperCase();
    return { at: performance.now(), r, m, s: 0, d: 0, ...(o === undefined ? {} : { o }) };
  } catch {
    return null;
  }
}

/** Whether the page called it off; a time limit that ran out is an answer that did not come. */
function abortedByPage([input, init]: Given, error: unknown): boolean {
  const signal = init?.signal ?? (input as Request).signal;
  return !!signal?.aborted && (error as Error)?.name !== 'TimeoutError';
}

function since({ at }: Happened): number {
  return Math.round(performance.now() - at);
}
