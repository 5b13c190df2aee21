import type { SloPage } from '@sekisho/contract';

/** An alert with the tickets that it silenced. */
export interface PageGroup {
  readonly page: SloPage;
  readonly silenced: readonly SloPage[];
}

/** Puts each ticket that a page silenced under that page; one whose page is not among them stands by itself. */
export function groupPages(pages: readonly SloPage[]): readonly PageGroup[] {
  const over = new Map(pages.map((page) => [page, silencerOf(page, pages)]));
  return pages
    .filter((page) => over.get(page) === undefined)
    .map((page) => ({ page, silenced: pages.filter((ticket) => over.get(ticket) === page) }));
}

/** Of the pages that were on when it fired, one of its own kind rather than another, then the latest. */
function silencerOf(ticket: SloPage, pages: readonly SloPage[]): SloPage | undefined {
  if (ticket.untold !== 'page-fires') return undefined;
  const like = ({ why }: SloPage) => (why.kind === ticket.why.kind ? 0 : 1);
  return pages
    .filter(({ severity, untold }) => severity === 'page' && untold !== 'page-fires')
    .filter(({ firedAt, resolvedAt }) => {
      return firedAt <= ticket.firedAt && (resolvedAt === null || resolvedAt >= ticket.firedAt);
    })
    .toSorted((a, b) => like(a) - like(b) || Date.parse(b.firedAt) - Date.parse(a.firedAt))[0];
}
