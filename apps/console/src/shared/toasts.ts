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
  if (!held) leaveLater({ ...spec, id });
}

let held = false;
const leaving = new Map<number, ReturnType<typeof setTimeout>>();

function leaveLater({ id, kind, undo }: Toast): void {
  const after = kind === 'error' || undo ? 15_000 : 6_000;
  leaving.set(
    id,
    setTimeout(() => dismiss(id), after),
  );
}

/** Keeps what is shown while somebody reads or reaches for it, and lets it go later. */
export function holdToasts(hold: boolean): void {
  if (held === hold) return;
  held = hold;
  for (const timer of leaving.values()) clearTimeout(timer);
  leaving.clear();
  if (!hold) for (const shown of toasts) leaveLater(shown);
}

export function dismiss(id: number): void {
  clearTimeout(leaving.get(id));
  leaving.delete(id);
  set(toasts.filter((item) => item.id !== id));
  // What is gone is left by no pointer.
  if (toasts.length === 0) held = false;
}

/** What is shown now, the newest last. */
export function shownToasts(): readonly Toast[] {
  return toasts;
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, shownToasts);
}
