/** Lets work about one subject take turns. */
export interface Turns {
  take<T>(subject: string, work: () => Promise<T>): Promise<T>;
}

/** Makes turns that nobody has taken yet; a subject is forgotten when its last turn is over. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(subject, work) {
      const before = last.get(subject) ?? Promise.resolve();
      const mine = before.then(work, work);
      const over = mine.then(
        () => undefined,
        () => undefined,
      );
      last.set(subject, over);
      void over.then(() => {
        if (last.get(subject) === over) last.delete(subject);
      });
      return mine;
    },
  };
}
