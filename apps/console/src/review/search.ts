import { readTexts } from '../shared/search-params.ts';

/** Which month is shown, as it stands in the address. */
export interface ReviewSearch {
  readonly month?: string;
  readonly service?: string;
}

export function readReviewSearch(raw: Record<string, unknown>): ReviewSearch {
  return readTexts(raw, ['month', 'service']);
}

const shown = 13;

/** Months that may be chosen, the newest first: this one and a year back; another that is asked for, too. */
export function monthChoices(now: Date, timeZone: string, asked: string | undefined): string[] {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  const [year = 0, month = 1] = parts.format(now).split('-').map(Number);
  const months = Array.from({ length: shown }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
  return asked === undefined || months.includes(asked) ? months : [...months, asked];
}
