import { useSyncExternalStore } from 'react';

export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'error';
  readonly text: string;
  readonly fix?: string;
  /** What takes it back, where it can be taken back. */
  readonly undo?: () => void;
}

const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let last = 0;

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something for a while: errors and what can be undone stay longer. */
export function toast(spec: Omit<Toast, 'id'>): void {
  last += 1;
  const id = last;
  set([...toasts.slice(-2), { ...spec, id }]);
  setTimeout(() => dismiss(id), spec.kind === 'error' || spec.undo ? 15_000 : 6_000);
}

export function dismiss(id: number): void {
  set(toasts.filter((item) => item.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
