import type { OpsLease } from '@sekisho/contract';
import { choose, preferences, type Tour, usePreferences } from '../shared/preferences.ts';
import { useVerb } from '../shared/use-verb.ts';
import type { Visited } from './tour.ts';

/** The lease of one part of the tour as it stands, or null before it was asked for. */
export function useTourLease(part: 'staging' | 'production'): OpsLease | null {
  const { tour } = usePreferences();
  const id = tour[part];
  const lease = useVerb('ops.show', { id: id ?? '' }, { enabled: id !== null, every: 1_500 });
  // A lease of an earlier practice, whose data were thrown away, begins the tour anew.
  return lease.error ? null : (lease.data ?? null);
}

export function useVisited(): Visited {
  const { visited } = usePreferences().tour;
  return {
    connect: visited.includes('connect'),
    timeline: visited.includes('timeline'),
    look: visited.includes('look'),
  };
}

export function visit(name: keyof Visited): void {
  const { tour } = preferences();
  if (!tour.visited.includes(name)) keep({ visited: [...tour.visited, name] });
}

export function keep(change: Partial<Tour>): void {
  choose({ tour: { ...preferences().tour, ...change } });
}
