import { readTexts } from '../shared/search-params.ts';

/** What the explanation of policy is asked about, as it stands in the address. */
export interface PeopleSearch {
  readonly person?: string;
  readonly environment?: string;
  readonly for?: string;
}

export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  return readTexts(raw, ['person', 'environment', 'for']);
}
