/** Tells listeners in this process that something was committed. */
export interface Changes {
  subscribe(listener: () => void): () => void;
  tell(): void;
}

export function createChanges(): Changes {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell() {
      for (const listener of listeners) listener();
    },
  };
}
