import { z } from 'zod';

// Values are strings, since JSON has no NaN and no infinity; times are seconds with milliseconds.
const sample = z.tuple([z.number(), z.string()]);
const bucket = z.tuple([z.number(), z.string(), z.string(), z.string()]);
const histogram = z.tuple([
  z.number(),
  z.object({ count: z.string(), buckets: z.array(bucket).optional() }),
]);

const series = z.object({
  metric: z.record(z.string(), z.string()),
  values: z.array(sample).optional(),
  histograms: z.array(histogram).optional(),
});

const warnings = z.array(z.string()).nullish();

/**
 * The answer to a range selector.
 * Source: Prometheus "HTTP API", Range vectors and Native histograms.
 */
export const matrixAnswer = z.object({
  status: z.literal('success'),
  data: z.object({ resultType: z.literal('matrix'), result: z.array(series) }),
  warnings,
});

export const labelValuesAnswer = z.object({
  status: z.literal('success'),
  data: z.array(z.string()),
  warnings,
});

export type RawSeries = z.infer<typeof series>;
export type RawHistogram = z.infer<typeof histogram>[1];
