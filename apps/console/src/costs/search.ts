import { readTexts } from '../shared/search-params.ts';

/** How many weeks are shown, as it stands in the address. */
export interface CostsSearch {
  readonly weeks?: string;
}

export function readCostsSearch(raw: Record<string, unknown>): CostsSearch {
  return readTexts(raw, ['weeks']);
}

export const weekChoices = ['4', '8', '26', '52'] as const;

/** The weeks that were asked for; eight unless it is one of the choices. */
export function weeksOf({ weeks }: CostsSearch): number {
  return Number(weekChoices.find((choice) => choice === weeks) ?? '8');
}
