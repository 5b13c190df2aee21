import type { InputOf, LeaseState } from '@sekisho/contract';
import { fieldsOf } from '../shared/manifest.ts';
import { readTexts } from '../shared/search-params.ts';

/** Filters of History, as they stand in the address. */
export interface HistorySearch {
  readonly search?: string;
  readonly environment?: string;
  readonly holder?: string;
  readonly state?: string;
  readonly since?: string;
  readonly until?: string;
  /** The last lease of the page before. */
  readonly before?: string;
}

export function readHistorySearch(raw: Record<string, unknown>): HistorySearch {
  return readTexts(raw, ['search', 'environment', 'holder', 'state', 'since', 'until', 'before']);
}

/** States that can be filtered by, in the order of the contract. */
export const stateChoices = (fieldsOf('ops.history').find(({ name }) => name === 'state')
  ?.choices ?? []) as readonly LeaseState[];

/** What to ask the server for these filters; a state that does not exist is no filter. */
export function historyInput(search: HistorySearch, limit: number): InputOf<'ops.history'> {
  const { state, ...rest } = search;
  const known = stateChoices.find((choice) => choice === state);
  return { ...rest, limit, ...(known === undefined ? {} : { state: known }) };
}
