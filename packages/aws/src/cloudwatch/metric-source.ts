import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import {
  endedSpan,
  type MeasuredMinute,
  type MinuteSource,
  msPerMinute,
  type Span,
} from '@sekisho/core/sources';
import { type AwsSourceOptions, clientConfig, DEFAULT_TIMEOUT_MS } from '../sources/options.ts';
import type { CloudWatchSli } from './declaration.ts';
import { cloudWatchFailures } from './failures.ts';
import { metricData } from './get-metric-data.ts';
import { type Stretch, stretchesOf } from './periods.ts';
import { type Judge, readingOf } from './read-points.ts';

export interface CloudWatchSourceOptions extends AwsSourceOptions {
  readonly sli: CloudWatchSli;
  /** Seconds between the metric's points, a multiple of 60: 300 with EC2's basic monitoring. Default 60. */
  readonly periodSeconds?: number;
  /**
   * What a minute without a point is. `idle` is for metrics that are silent when nothing happens, such
   * as a load balancer's RequestCount; a metric that stopped is then not noticed. Default `unmeasured`.
   */
  readonly whenAbsent?: 'unmeasured' | 'idle';
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Minutes of an SLI from CloudWatch's metrics.
 *
 * Minutes older than 15 days come of points of five minutes, older than 63 days of points of an hour,
 * each divided evenly in whole events; older than 455 days they are not measured.
 */
export function createCloudWatchSource(
  options: CloudWatchSourceOptions,
): MinuteSource & { close(): void } {
  const client = new CloudWatchClient(clientConfig(options));
  const reading = readingOf(options.sli);
  const published = Math.max(1, Math.round((options.periodSeconds ?? 60) / 60));
  return {
    read: async (asked, { signal } = {}) => {
      const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
      const asking = { codes: cloudWatchFailures, timeoutMs, ...(signal && { signal }) };
      const now = options.now();
      const span = endedSpan(asked, now);
      const minutes: MeasuredMinute[] = [];
      for (const stretch of stretchesOf(span, now, published)) {
        const points = await metricData(client, asking, reading.wanted, stretch);
        const judge = orIdle(reading.judge(points), options.whenAbsent);
        minutes.push(...minutesOf(stretch, judge, now));
      }
      return withinOnce(minutes, span);
    },
    close: () => client.destroy(),
  };
}

function orIdle(judge: Judge, whenAbsent: CloudWatchSourceOptions['whenAbsent']): Judge {
  return whenAbsent === 'idle' ? (period) => judge(period) ?? { good: 0, bad: 0 } : judge;
}

/** Periods that have ended, each divided over its minutes. */
function minutesOf(
  { span, period }: Stretch,
  judge: Judge,
  now: number,
): readonly MeasuredMinute[] {
  const minutes: MeasuredMinute[] = [];
  for (let begin = span.from; begin < span.to; begin += period) {
    const counts = (begin + period) * msPerMinute <= now ? judge(begin) : null;
    if (counts === null) continue;
    const part = (events: number, place: number) =>
      Math.floor((events * (place + 1)) / period) - Math.floor((events * place) / period);
    for (let place = 0; place < period; place += 1)
      minutes.push({
        minute: begin + place,
        good: part(counts.good, place),
        bad: part(counts.bad, place),
        ...{ excluded: 0, clientErrors: 0, measured: msPerMinute },
      });
  }
  return minutes;
}

/** Pieces are widened to whole periods, and so may overlap: of two, the finer, later one counts. */
function withinOnce(minutes: readonly MeasuredMinute[], { from, to }: Span): MeasuredMinute[] {
  const byMinute = new Map(minutes.map((each) => [each.minute, each]));
  return [...byMinute.values()]
    .filter(({ minute }) => minute >= from && minute < to)
    .sort((a, b) => a.minute - b.minute);
}
