import type { SloPage, SloState, SloSummary } from '@sekisho/contract';

/** The worst first; the others want no look. */
const wanting: readonly SloState[] = ['firing', 'no-data', 'spent', 'burning', 'low'];

/** An SLO that wants a look, and the alert that says why; null when it has none. */
export interface TroubledSlo {
  readonly slo: SloSummary;
  readonly page: SloPage | null;
}

export interface SortedSlos {
  readonly troubled: readonly TroubledSlo[];
  /** Those of which nothing can be said yet. */
  readonly waiting: number;
}

/** Those that fire, are dark, spent, burn or run low, the worst first; of their open alerts the gravest tells why. */
export function sortSlos(slos: readonly SloSummary[], open: readonly SloPage[]): SortedSlos {
  const rank = ({ state }: SloSummary) => wanting.indexOf(state);
  const worst = slos
    .filter(({ state }) => wanting.includes(state))
    .toSorted((a, b) => rank(a) - rank(b));
  return {
    troubled: worst.map((slo) => ({
      slo,
      page: gravest(open.filter((page) => page.slo === slo.id)),
    })),
    waiting: slos.filter(({ state }) => state === 'waiting').length,
  };
}

/** A page before tickets, what was told before what was not, then the one that has been on longest. */
function gravest(pages: readonly SloPage[]): SloPage | null {
  const rank = ({ severity, untold }: SloPage) =>
    (severity === 'page' ? 0 : 2) + (untold === null ? 0 : 1);
  const byRank = (a: SloPage, b: SloPage) =>
    rank(a) - rank(b) || Date.parse(a.firedAt) - Date.parse(b.firedAt);
  return pages.toSorted(byRank)[0] ?? null;
}
