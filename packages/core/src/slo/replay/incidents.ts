import { type Minute, minuteOf, msPerMinute, type Span } from '@sekisho/objectives/minutes';
import type { Incident } from '@sekisho/objectives/replay';
import type { Tx } from '../../platform/context.ts';
import { linkedPages, type PageRow } from '../alerts/index.ts';

/** An incident, and whether it is known from pages alone. */
export interface KnownIncident extends Incident {
  readonly linked: boolean;
}

/**
 * The incidents of a span: those that were declared, and those that pages of a service were linked
 * to, each as long as its pages were on. One that is declared has the span that was declared.
 */
export async function incidentsOf(
  tx: Tx,
  service: string,
  span: Span,
  declared: readonly Incident[],
): Promise<readonly KnownIncident[]> {
  const [from, to] = [new Date(span.from * msPerMinute), new Date(span.to * msPerMinute)];
  const byIncident = Map.groupBy(
    await linkedPages(tx, service, from, to),
    ({ incident }) => incident ?? '',
  );
  const own = new Set(declared.map(({ id }) => id));
  const linked = [...byIncident].flatMap(([id, pages]) =>
    own.has(id) ? [] : [{ id, linked: true, ...spanOfPages(pages, span.to) }],
  );
  return [...declared.map((one) => ({ ...one, linked: false })), ...linked]
    .filter((one) => one.from < span.to && one.to > span.from)
    .toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
}

function spanOfPages(pages: readonly PageRow[], end: Minute): Span {
  const begins = pages.map(({ why, fired_at: firedAt }) =>
    why.beganAt === null ? minuteOf(firedAt.getTime()) : minuteOf(Date.parse(why.beganAt)),
  );
  const ends = pages.map(({ resolved_at: resolvedAt }) =>
    resolvedAt === null ? end : Math.ceil(resolvedAt.getTime() / msPerMinute),
  );
  const from = Math.min(...begins);
  return { from, to: Math.max(...ends, from + 1) };
}
