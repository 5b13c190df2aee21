import { countedPieces } from './counted-pieces.ts';
import type { PrometheusSli } from './declaration.ts';
import type { PageReader } from './page-reader.ts';
import { floatSeries } from './series.ts';
import { MinuteSums } from './tally.ts';

type Counters = Extract<PrometheusSli, { kind: 'counters' }>;

/** Minutes from a counter of all events and one of those that are good, or bad; where told, of clients' own errors. */
export function countersReader(sli: Counters): PageReader {
  const [apart, selector] = 'good' in sli ? ['good' as const, sli.good] : ['bad' as const, sli.bad];
  return async (page) => {
    const total = floatSeries(await page.samples(sli.total), page.targetLabels);
    // Without a count of all there is nothing to tell apart.
    if (total.length === 0) return [];
    const part = floatSeries(await page.samples(selector), page.targetLabels);
    const clients = sli.clientErrors === undefined ? [] : await page.samples(sli.clientErrors);
    const clientErrors = floatSeries(clients, page.targetLabels);
    const sums = new MinuteSums(page.span, page.scrape);
    sums.add(countedPieces({ total, part, clientErrors }, apart, page.maxGap));
    return sums.minutes();
  };
}
