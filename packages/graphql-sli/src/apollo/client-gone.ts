type Bag = Readonly<Record<string, unknown>>;

/**
 * Whether the client had gone when the answer was ready. Apollo Server knows nothing of
 * connections, so this looks at what a context usually carries: Node's response (`res`, or
 * `reply.raw` of Fastify) and the signal of a fetch request (`request`, `req`).
 */
export function clientIsGone(context: unknown): boolean {
  const { res, response, reply, request, req } = bagOf(context);
  return (
    [res, response, bagOf(reply)['raw']].some(isCutOff) ||
    [request, req].some((each) => bagOf(bagOf(each)['signal'])['aborted'] === true)
  );
}

/** A response that ended without having been written to its end. */
function isCutOff(response: unknown): boolean {
  const { destroyed, writableFinished } = bagOf(response);
  return destroyed === true && writableFinished === false;
}

function bagOf(value: unknown): Bag {
  return typeof value === 'object' && value !== null ? (value as Bag) : {};
}
