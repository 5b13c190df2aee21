import type { InputOf } from '@sekisho/contract';
import { fieldsOf } from '../shared/manifest.ts';
import { readTexts } from '../shared/search-params.ts';

/** Filters of the list of SLOs, as they stand in the address. */
export interface SlosSearch {
  readonly filter?: string;
  readonly service?: string;
}

export function readSlosSearch(raw: Record<string, unknown>): SlosSearch {
  return readTexts(raw, ['filter', 'service']);
}

type Flag = NonNullable<InputOf<'slo.list'>['filter']>;

/** What can be filtered by, in the order of the contract. */
export const flagChoices = (fieldsOf('slo.list').find(({ name }) => name === 'filter')?.choices ??
  []) as readonly Flag[];

/** What to ask the server for these filters; a flag that does not exist is no filter. */
export function slosInput({ filter, service }: SlosSearch): InputOf<'slo.list'> {
  const known = flagChoices.find((choice) => choice === filter);
  return {
    ...(known === undefined ? {} : { filter: known }),
    ...(service === undefined ? {} : { service }),
  };
}

/** How much of an SLO's past is shown, as it stands in the address. */
export interface SloSearch {
  readonly span?: string;
}

export function readSloSearch(raw: Record<string, unknown>): SloSearch {
  return readTexts(raw, ['span']);
}

export const spanChoices = ['24h', '7d', 'window'] as const;

export function spanOf({ span }: SloSearch): (typeof spanChoices)[number] {
  return spanChoices.find((choice) => choice === span) ?? 'window';
}
