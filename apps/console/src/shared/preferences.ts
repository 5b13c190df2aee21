import type { Language } from '@sekisho/contract';
import { useSyncExternalStore } from 'react';

/** What the reader chose on this browser. */
export interface Preferences {
  readonly language: Language;
  /** The practice person whose hat is worn; null leaves it to the server. */
  readonly hat: string | null;
  /** The first-run page was left on purpose. */
  readonly toured: boolean;
  /** How far the first steps went: ids of their leases, and the pages that were looked at. */
  readonly tour: Tour;
}

export interface Tour {
  readonly staging: string | null;
  readonly production: string | null;
  readonly visited: readonly string[];
}

const freshTour: Tour = { staging: null, production: null, visited: [] };
const key = 'sekisho.preferences';
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  const language = navigator.language.startsWith('ja') ? 'ja' : 'en';
  const defaults: Preferences = { language, hat: null, toured: false, tour: freshTour };
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return { ...defaults, ...(stored as Partial<Preferences>) };
  } catch {
    // Storage may be switched off or hold something older; the defaults always work.
    return defaults;
  }
}

/** What was chosen, for code outside of components. */
export function preferences(): Preferences {
  return current;
}

/** Keeps a choice on this browser and tells every component that reads it. */
export function choose(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences, preferences);
}
