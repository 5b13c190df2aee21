import {
  endedSpan,
  type MeasuredMinute,
  type MinuteSource,
  msPerMinute,
  SourceError,
  type Span,
  tellApart,
} from '@sekisho/core/sources';
import { countQuery } from './count-query.ts';
import type { DatadogSourceOptions } from './options.ts';
import { type Counted, type CountsRequest, readCounts } from './read-counts.ts';
import { siteUrl } from './site-url.ts';

/** Datadog gives no more than about 1,500 points, and makes them coarser where there would be more. */
const LONGEST_PAGE = 1440;
/** Of so few minutes it gives each, if it has them. */
const SHORTEST_PAGE = 60;

/** Minutes of an SLI from Datadog's metrics. */
export function createDatadogSource(options: DatadogSourceOptions): MinuteSource {
  const { sli, whenAbsent = 'unmeasured' } = options;
  const apart = 'good' in sli ? ('good' as const) : ('bad' as const);
  const total = countQuery(sli.total);
  const told = countQuery('good' in sli ? sli.good : sli.bad);
  const url = options.url === undefined ? siteUrl(options.site) : new URL(options.url);

  function minutesOf(page: Span, all: Counted, part: Counted): readonly MeasuredMinute[] | null {
    if (all === null || part === null) return null;
    const minutes: MeasuredMinute[] = [];
    for (let minute = page.from; minute < page.to; minute += 1) {
      const at = (counts: ReadonlyMap<number, number>) => whole(counts.get(minute));
      const counts = tellApart(at(all), at(part), apart);
      if (counts === null && whenAbsent === 'unmeasured') continue;
      const { good, bad } = counts ?? { good: 0, bad: 0 };
      const rest = { excluded: 0, clientErrors: 0, measured: msPerMinute };
      minutes.push({ minute, good, bad, ...rest });
    }
    return minutes;
  }

  return {
    read: async (asked, { signal } = {}) => {
      const request = requestOf(options, url, signal);
      const span = endedSpan(asked, options.now());
      const minutes: MeasuredMinute[] = [];
      let length = LONGEST_PAGE;
      for (let from = span.from; from < span.to; ) {
        const page = { from, to: Math.min(span.to, from + length) };
        const all = await readCounts(request, total, page);
        const part = all === null ? null : await readCounts(request, told, page);
        const read = minutesOf(page, all, part);
        if (read === null) {
          length = shorter(page);
        } else {
          minutes.push(...read);
          from = page.to;
        }
      }
      return minutes;
    },
  };
}

function whole(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value);
}

function shorter({ from, to }: Span): number {
  if (to - from > SHORTEST_PAGE) return Math.max(SHORTEST_PAGE, Math.ceil((to - from) / 2));
  throw new SourceError('refused', 'Datadog has no points of a minute for this metric there');
}

function requestOf(
  options: DatadogSourceOptions,
  url: URL,
  signal: AbortSignal | undefined,
): CountsRequest {
  return {
    url,
    headers: { 'dd-api-key': options.apiKey, 'dd-application-key': options.applicationKey },
    asking: {
      fetch: options.fetch ?? fetch,
      timeoutMs: options.timeoutMs ?? 30_000,
      maxBytes: 16 * 1024 * 1024,
      ...(signal === undefined ? {} : { signal }),
    },
  };
}
