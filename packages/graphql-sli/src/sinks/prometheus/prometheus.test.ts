import { describe, expect, it } from 'vitest';
import { sampleRecord, verdicts } from '../../../test/sample-record.ts';
import { prometheusSink } from './prometheus.ts';

function valueOf(text: string, sample: string): number {
  const line = text.split('\n').find((each) => each.startsWith(`${sample} `));
  return Number(line?.slice(sample.length + 1));
}

const look = 'graphql_operation_type="query",graphql_operation_name="Look"';

describe('metrics of operations', () => {
  it('count events by their verdict, weighted ones in part, and clients errors beside them', () => {
    const metrics = prometheusSink();
    for (const verdict of Object.values(verdicts)) metrics.record(sampleRecord({ verdict }));
    metrics.record(sampleRecord({ label: 'other' }));
    const text = metrics.text();
    const of = (verdict: string) =>
      valueOf(text, `graphql_sli_events_total{${look},verdict="${verdict}"}`);
    expect([of('good'), of('bad'), of('excluded')]).toEqual([2.75, 1.25, 1]);
    expect(valueOf(text, `graphql_sli_client_errors_total{${look}}`)).toBe(1);
  });

  it('add up exactly, however often a part of an event comes', () => {
    const metrics = prometheusSink();
    const verdict = { ...verdicts.partial, badPerMille: 100 };
    for (let n = 0; n < 1000; n += 1) metrics.record(sampleRecord({ verdict }));
    expect(valueOf(metrics.text(), `graphql_sli_events_total{${look},verdict="bad"}`)).toBe(100);
  });

  it('sort durations into cumulative buckets, a bound into its own', () => {
    const metrics = prometheusSink({ bounds: [0.01, 0.1] });
    for (const durationMs of [10, 10.001, 100, 5000]) metrics.record(sampleRecord({ durationMs }));
    metrics.record(sampleRecord({ durationMs: null }));
    const text = metrics.text();
    const bucket = (le: string) =>
      valueOf(
        text,
        `graphql_server_request_duration_seconds_bucket{${look},error_type="",le="${le}"}`,
      );
    expect([bucket('0.01'), bucket('0.1'), bucket('+Inf')]).toEqual([1, 3, 4]);
    const labels = `{${look},error_type=""}`;
    expect(valueOf(text, `graphql_server_request_duration_seconds_count${labels}`)).toBe(4);
    expect(valueOf(text, `graphql_server_request_duration_seconds_sum${labels}`)).toBeCloseTo(
      5.120001,
    );
  });

  it('are text that Prometheus reads, whatever an operation is called', () => {
    const metrics = prometheusSink();
    metrics.record(sampleRecord({ label: 'a"b\\c\nd', type: undefined }));
    const lines = metrics.text().trimEnd().split('\n');
    const sample = /^[a-z_]+\{([a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)+\} [0-9.e+-]+$/;
    expect(lines.filter((line) => !line.startsWith('# ') && !sample.test(line))).toEqual([]);
    expect(lines.join('\n')).toContain('graphql_operation_name="a\\"b\\\\c\\nd"');
    expect(metrics.contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
  });
});
