import type { InputOf, LeaseKindName, LeaseState } from '@sekisho/contract';
import { fieldsOf } from '../shared/manifest.ts';
import { readTexts } from '../shared/search-params.ts';

/** Filters of History, as they stand in the address. */
export interface HistorySearch {
  readonly search?: string;
  readonly kind?: string;
  readonly environment?: string;
  readonly holder?: string;
  readonly state?: string;
  readonly since?: string;
  readonly until?: string;
  /** The last lease of the page before. */
  readonly before?: string;
}

export function readHistorySearch(raw: Record<string, unknown>): HistorySearch {
  return readTexts(raw, [
    'search',
    'kind',
    'environment',
    'holder',
    'state',
    'since',
    'until',
    'before',
  ]);
}

/** States that can be filtered by, in the order of the contract. */
export const stateChoices = choicesOf('state') as readonly LeaseState[];
export const kindChoices = choicesOf('kind') as readonly LeaseKindName[];

function choicesOf(field: string): readonly string[] {
  return fieldsOf('lease.history').find(({ name }) => name === field)?.choices ?? [];
}

/** What to ask the server for these filters; a state or kind that does not exist is no filter. */
export function historyInput(search: HistorySearch, limit: number): InputOf<'lease.history'> {
  const { state, kind, ...rest } = search;
  const known = stateChoices.find((choice) => choice === state);
  const ofKind = kindChoices.find((choice) => choice === kind);
  return {
    ...{ ...rest, limit },
    ...(known === undefined ? {} : { state: known }),
    ...(ofKind === undefined ? {} : { kind: ofKind }),
  };
}
