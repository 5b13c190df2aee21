import { answersOf, askedText, namesIn } from './graphql.ts';
import type { BeaconOptions } from './options.ts';
import { routeOf } from './routes.ts';
import type { Happened } from './wire.ts';

type Given = Parameters<typeof fetch>;

interface Watch {
  readonly note: (happened: Happened) => void;
  readonly isLeaving: () => boolean;
  readonly agreed: () => boolean;
}

interface Begun {
  readonly happened: Happened;
  /** Text of a GraphQL request; absent for any other. */
  readonly asked?: string | Promise<string> | undefined;
}

/**
 * `fetch` that tells `note` what became of each request, and is otherwise as it was.
 * @param isLeaving whether the page is going: what then fails is nobody's failure
 * @param agreed whether the user lets requests be noted now
 */
export function watchFetch(
  plain: typeof fetch,
  options: BeaconOptions,
  { note, isLeaving, agreed }: Watch,
): typeof fetch {
  /** One event, or one for each operation of a GraphQL request. */
  async function tell(
    { happened, asked }: Begun,
    part: Partial<Happened>,
    answers?: Happened['g'][],
  ): Promise<void> {
    const all = { ...happened, ...part };
    if (asked === undefined) return note(all);
    const names = namesIn(await asked);
    const count = answers?.length ?? (names.length || 1);
    for (let index = 0; index < count; index += 1) {
      const g = answers?.[index];
      note({ ...all, o: names[index] ?? '', ...(g ? { g } : {}) });
    }
  }

  async function ended(begun: Begun, given: Given, response: Response): Promise<void> {
    // Of an answer that is hidden from the page (`no-cors`, a redirect that it follows itself) nothing is known.
    if (!response.status) return;
    const d = since(begun.happened);
    const answered = { s: response.status, d };
    if (begun.asked === undefined) return tell(begun, answered);
    try {
      await tell(begun, answered, await answersOf(response));
    } catch {
      await tell(begun, { d, ...letGo(given) });
    }
  }

  function letGo(given: Given): Partial<Happened> {
    return abortedByPage(given) || isLeaving() || !navigator.onLine ? { x: 1 } : {};
  }

  return async (...given) => {
    const request = agreed() && begun(given, options);
    if (!request) return plain(...given);
    try {
      const response = await plain(...given);
      void ended(request, given, response);
      return response;
    } catch (error) {
      void tell(request, { d: since(request.happened), ...letGo(given) });
      throw error;
    }
  };
}

/** A request that is about to be made; null for one that does not count. */
function begun([input, init]: Given, options: BeaconOptions): Begun | null {
  try {
    const request = input instanceof Request ? input : null;
    const target = new URL(request ? request.url : String(input), location.href);
    const known = [location.origin, ...(options.origins ?? [])].includes(target.origin);
    const ours = target.href.split('?')[0] === options.url;
    const r = known && !ours ? (options.route ?? routeOf)(target)?.slice(0, 200) : null;
    if (!r) return null;
    const m = (init?.method ?? request?.method ?? 'GET').toUpperCase();
    const happened = { at: performance.now(), r, m, s: 0, d: 0 };
    const isGraphql = target.pathname === (options.graphql ?? '/graphql');
    return isGraphql ? { happened, asked: askedText(target, input, init?.body) } : { happened };
  } catch {
    return null;
  }
}

/** Whether the page called it off; a time limit that ran out is an answer that did not come. */
function abortedByPage([input, init]: Given): boolean {
  const signal = init?.signal ?? (input as Request).signal;
  return !!signal?.aborted && signal.reason?.name !== 'TimeoutError';
}

function since({ at }: Happened): number {
  return Math.round(performance.now() - at);
}
