/* Whoever waits in this process for what others commit. */

/** A house, as far as it is told of commits. */
interface Told {
  /** Called after every commit that recorded or ordered something. */
  readonly wake: () => void;
}

const listeners = new WeakMap<Told, Set<() => void>>();

/** Tells that something was recorded or ordered, and committed. */
export function tellCommit(house: Told): void {
  house.wake();
  for (const listener of listeners.get(house) ?? []) listener();
}

/** Is told after every such commit of this process, not of others; answers how to hear no more. */
export function onCommit(house: Told, listener: () => void): () => void {
  const all = listeners.get(house) ?? new Set();
  listeners.set(house, all.add(listener));
  return () => void all.delete(listener);
}
