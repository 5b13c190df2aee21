import type { Change } from '../world.ts';

export interface NumberedChange {
  readonly number: number;
  readonly change: Change;
}

/** The last changes of the workspace, and those who follow them. */
export interface ChangeLog {
  add(changes: readonly Change[]): void;
  since(number: number): readonly NumberedChange[];
  follow(listener: (change: NumberedChange) => void): () => void;
}

const KEPT = 1_000;

/** Starts an empty change log that keeps the last thousand changes. */
export function changeLog(): ChangeLog {
  let kept: NumberedChange[] = [];
  let number = 0;
  const listeners = new Set<(change: NumberedChange) => void>();
  return {
    add(changes) {
      for (const change of changes) {
        number += 1;
        const numbered = { number, change };
        kept = [...kept.slice(1 - KEPT), numbered];
        for (const listener of listeners) listener(numbered);
      }
    },
    since: (from) => kept.filter((entry) => entry.number > from),
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
