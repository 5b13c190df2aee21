import {
  type Asking,
  askJson,
  type Minute,
  minuteOf,
  SourceError,
  type Span,
} from '@sekisho/core/sources';
import { z } from 'zod';

/** Source: Datadog API reference, "Query timeseries points"; times of points in milliseconds. */
const answer = z.object({
  status: z.string(),
  error: z.string().nullish(),
  series: z
    .array(
      z.object({
        interval: z.number().optional(),
        pointlist: z.array(z.tuple([z.number(), z.number().nullable()])),
      }),
    )
    .optional(),
});

export interface CountsRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly asking: Asking;
}

/** Counts by minute; null when Datadog gave coarser points than minutes. */
export type Counted = ReadonlyMap<Minute, number> | null;

/** Asks for a span's counts; series of a grouped query are added up. @throws {SourceError} */
export async function readCounts(
  { url, headers, asking }: CountsRequest,
  query: string,
  span: Span,
): Promise<Counted> {
  const asked = new URL('api/v1/query', url);
  asked.searchParams.set('query', query);
  asked.searchParams.set('from', String(span.from * 60));
  asked.searchParams.set('to', String(span.to * 60));
  const { status, error, series = [] } = await askJson(asked, { headers }, answer, asking);
  if (status !== 'ok')
    throw new SourceError('refused', `Datadog: ${error?.slice(0, 300) ?? status}`);
  const counts = new Map<Minute, number>();
  for (const { interval = 60, pointlist } of series) {
    if (interval > 60) return null;
    for (const [time, value] of pointlist) {
      if (value === null) continue;
      if (!Number.isFinite(value) || value < 0)
        throw new SourceError('bad-answer', 'Datadog gave a count below nothing');
      const minute = minuteOf(time);
      counts.set(minute, (counts.get(minute) ?? 0) + value);
    }
  }
  return counts;
}
