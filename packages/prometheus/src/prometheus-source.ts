import {
  endedSpan,
  type MeasuredMinute,
  type MinuteSource,
  msPerMinute,
  SourceError,
  type Span,
} from '@sekisho/core/sources';
import { openApi, type PrometheusApi } from './api.ts';
import type { PrometheusSli } from './declaration.ts';
import type { PrometheusSourceOptions } from './options.ts';
import type { Page, PageReader } from './page-reader.ts';
import { classicLatencyReader } from './read-classic-latency.ts';
import { countersReader } from './read-counters.ts';
import { ratioReader, samplesReader } from './read-gauges.ts';
import { nativeLatencyReader } from './read-native-latency.ts';

const DEFAULT_TARGET = ['job', 'instance'];

/**
 * Minutes of an SLI from anything that speaks Prometheus's HTTP API.
 *
 * It reads samples as they are stored and takes their differences itself, so that counts are whole and
 * sums over any span differ from the truth only by what happened between the scrapes at its ends (and
 * between a process's last scrape and its death). Why: docs/decisions/0010.
 */
export function createPrometheusSource(options: PrometheusSourceOptions): MinuteSource {
  const reader = readerOf(options.sli);
  return {
    read: async (asked, { signal } = {}) => {
      const api = openApi(options, signal);
      const span = endedSpan(asked, options.now());
      const minutes: MeasuredMinute[] = [];
      let length = options.pageMinutes ?? 360;
      for (let from = span.from; from < span.to; ) {
        const page = { from, to: Math.min(span.to, from + length) };
        try {
          minutes.push(...(await reader(pageOf(page, api, options))));
          from = page.to;
        } catch (error) {
          length = Math.floor((page.to - page.from) / 2);
          if (length === 0 || !isTooMuch(error)) throw error;
        }
      }
      return minutes;
    },
  };
}

function readerOf(sli: PrometheusSli): PageReader {
  if (sli.kind === 'counters') return countersReader(sli);
  if (sli.kind === 'samples') return samplesReader(sli);
  if (sli.kind === 'ratio') return ratioReader(sli);
  const read = sli.form === 'classic' ? classicLatencyReader : nativeLatencyReader;
  return read(sli.histogram, sli.atMost);
}

function pageOf(span: Span, api: PrometheusApi, options: PrometheusSourceOptions): Page {
  const scrape = (options.scrapeSeconds ?? 60) * 1000;
  // Two missed scrapes are still connected, however rare scrapes are.
  const maxGap = Math.round((options.maxGapSeconds ?? 0) * 1000 || Math.max(300_000, scrape * 3));
  const begin = span.from * msPerMinute - maxGap;
  const end = Math.min(span.to * msPerMinute + maxGap, Math.floor(options.now()));
  return {
    span,
    maxGap,
    scrape,
    targetLabels: options.targetLabels ?? DEFAULT_TARGET,
    samples: (selector) => api.samples(selector, begin, end),
    labelValues: (label, selector) => api.labelValues(label, selector, begin, end),
  };
}

/**
 * Whether half the span may fit. Source: Prometheus `--query.max-samples` and `--query.timeout`, Mimir
 * and Thanos limits on fetched series, chunks and bytes; each says so only in words.
 */
function isTooMuch(error: unknown): boolean {
  if (!(error instanceof SourceError) || ['limited', 'denied'].includes(error.code)) return false;
  return /too many|too large|limit|more than \d+ bytes|timed? ?out/i.test(error.message);
}
