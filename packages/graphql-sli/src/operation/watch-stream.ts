/**
 * Passes a stream of results on as it is, and tells of each and of the end, whichever comes:
 * the last result, an error, or a client that went away.
 * @param ended gets whether the stream was left before its end
 */
export function watchStream<Result>(
  source: AsyncIterable<Result>,
  heard: (result: Result) => void,
  ended: (wasLeft: boolean) => void,
): AsyncIterableIterator<Result> {
  const iterator = source[Symbol.asyncIterator]();
  let over = false;
  const end = (wasLeft: boolean) => {
    if (!over) ended(wasLeft);
    over = true;
  };
  const watched: AsyncIterableIterator<Result> = {
    [Symbol.asyncIterator]: () => watched,
    async next() {
      try {
        const step = await iterator.next();
        if (step.done === true) end(false);
        else heard(step.value);
        return step;
      } catch (error) {
        end(false);
        throw error;
      }
    },
    async return(value?: unknown) {
      end(true);
      const left = await iterator.return?.(value);
      return left ?? { done: true, value: undefined };
    },
    async throw(error?: unknown) {
      end(true);
      const left = await iterator.throw?.(error);
      return left ?? { done: true, value: undefined };
    },
  };
  return watched;
}
