import { type Finding, usualSlowAfter, type Wanted } from '../finding.ts';
import { secondsOf } from '../metrics/families.ts';
import { plugIn } from './graphql/plug-in.ts';
import { logEveryRequest, logRequestTime } from './nginx/log-format.ts';
import { addBucket, summaryToHistogram } from './prom-client/buckets.ts';
import { findMetric, isShared, type MetricFound } from './prom-client/find-metric.ts';
import { gaugeToCounter } from './prom-client/gauge-to-counter.ts';
import { addFailureLabel, dropLabel } from './prom-client/labels.ts';
import { measureRequests } from './prom-client/measure-requests.ts';
import type { Edit, FilePatch, SourceFile } from './source-file.ts';
import { patchOf } from './source-file.ts';

type Mend = (metric: MetricFound, finding: Finding, bound: number) => readonly Edit[] | null;

/** Mends at the place where a metric is made. */
const mends: Readonly<Partial<Record<Finding['code'], Mend>>> = {
  'quantiles-only': (metric, { subject }, bound) =>
    summaryToHistogram(metric, bound / secondsOf(subject), secondsOf(subject)),
  summary: (metric, { subject }, bound) =>
    summaryToHistogram(metric, bound / secondsOf(subject), secondsOf(subject)),
  'no-bucket': (metric, { evidence }) => {
    const slow = Number(evidence.slow);
    return addBucket(metric, slow, Number(evidence.slowSeconds) / slow);
  },
  'no-failure-label': (metric) => addFailureLabel(metric),
  'exploding-label': (metric, { evidence }) => dropLabel(metric, String(evidence.label)),
  'gauge-as-counter': (metric) => gaugeToCounter(metric),
};

/** What changes how a metric is used, so that every use of it must be seen. */
const seenWhole: readonly Finding['code'][] = [
  'no-failure-label',
  'exploding-label',
  'gauge-as-counter',
];

/** What is mended by measuring anew where requests come in, when the metric itself cannot be. */
const measured: readonly Finding['code'][] = [
  'quantiles-only',
  'summary',
  'average-only',
  'percentage',
  'no-denominator',
  'no-failure-label',
  'nothing-about-requests',
  'gauge-as-counter',
];

/**
 * The change of code or configuration that mends what was found; null when none can be drafted.
 * It mends one thing: patches of several findings may touch the same lines, so one is applied, and
 * the doctor asked again.
 */
export function draftPatch(
  finding: Finding,
  files: readonly SourceFile[],
  wanted: Wanted,
): FilePatch | null {
  if (finding.code.startsWith('graphql-') || finding.code === 'errors-without-code') {
    const found = plugIn(files);
    return found && patchOf(found.file, found.edits);
  }
  const nginx = { 'logs-without-latency': logRequestTime, 'only-failures-logged': logEveryRequest }[
    finding.code as string
  ];
  if (nginx !== undefined) return firstOf(files, nginx);
  const bound = wanted.slowAfter ?? usualSlowAfter;
  const mend = mends[finding.code];
  const metric =
    mend === undefined ? null : findMetric(files, finding.subject.replace(/_count$/, ''));
  const isSeen = metric !== null && !(seenWhole.includes(finding.code) && isShared(metric, files));
  const edits = metric && mend && isSeen ? mend(metric, finding, bound) : null;
  if (metric && edits) return patchOf(metric.file, edits);
  if (!measured.includes(finding.code)) return null;
  const added = measureRequests(files, bound);
  return added && patchOf(added.file, added.edits);
}

function firstOf(
  files: readonly SourceFile[],
  mend: (file: SourceFile) => readonly Edit[] | null,
): FilePatch | null {
  for (const file of files) {
    const patch = patchOf(file, mend(file));
    if (patch !== null) return patch;
  }
  return null;
}
