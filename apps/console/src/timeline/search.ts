import type { InputOf } from '@sekisho/contract';
import { readTexts } from '../shared/search-params.ts';

/** Filters of the timeline, as they stand in the address. */
export interface TimelineSearch {
  readonly actor?: string;
  readonly environment?: string;
  readonly lease?: string;
  readonly since?: string;
  readonly until?: string;
  /** The number of the last entry of the page before. */
  readonly before?: string;
}

export function readTimelineSearch(raw: Record<string, unknown>): TimelineSearch {
  return readTexts(raw, ['actor', 'environment', 'lease', 'since', 'until', 'before']);
}

export function timelineInput(search: TimelineSearch, limit: number): InputOf<'timeline.list'> {
  return { ...search, limit };
}
