import type { Family } from '../exposition/index.ts';
import type { Diagnosis, Finding, ObtainableSli } from '../finding.ts';
import { explodingLabels } from './exploding-labels.ts';
import {
  counted,
  eventFamilies,
  isCounter,
  isFailureCounter,
  isJudgedGraphql,
  isRequestLike,
  isTiming,
  part,
  seriesName,
} from './families.ts';
import { judgeCounting } from './judge-counting.ts';
import { judgeFailures } from './judge-failures.ts';
import { isRising, judgeGauge } from './judge-gauge.ts';
import { judgeHistogram } from './judge-histogram.ts';
import { judgeSummary } from './judge-summary.ts';
import type { Counting, MetricsLook } from './look.ts';
import { sinceBefore } from './since-before.ts';
import { wholeExposition } from './whole-exposition.ts';

/** Which SLIs a metrics endpoint yields, and why it yields no more. */
export function judgeMetrics(asked: MetricsLook): Diagnosis {
  const { exposition, findings: fallen } =
    asked.before === undefined
      ? { exposition: asked.exposition, findings: [] }
      : sinceBefore(asked.exposition, asked.before);
  const look = { ...asked, exposition };
  const families = eventFamilies(look.exposition);
  const judged = families.map((family) => judgeFamily(family, look));
  const failures = judgeFailures(
    families.filter((family) => isCounter(family) && isFailureCounter(family)),
    families.flatMap((family) => countingOf(family) ?? []),
    look,
  );
  const findings = [
    ...wholeExposition(look, families),
    ...fallen,
    ...judged.flatMap((one) => one.findings),
    ...failures.findings,
  ];
  const slis = [...judged.flatMap((one) => one.slis), ...failures.slis].filter(
    (sli) => !isSpoiled(sli, findings),
  );
  const isIdle = ({ code, subject }: Finding) =>
    code === 'no-failure-seen' && !slis.some((sli) => sli.subject === subject);
  return {
    slis,
    findings: findings.filter(
      (finding) => !isIdle(finding) && !isTold(finding, families, failures.paired),
    ),
  };
}

/**
 * A total without a failure label is no fault where another metric counts its failures; nor is the
 * count of a histogram where counters count the same requests; nor what a status hides where
 * operations are judged by their bodies.
 */
function isTold(
  { code, subject }: Finding,
  families: readonly Family[],
  paired: readonly string[],
): boolean {
  if (code === 'graphql-behind-200') return families.some(isJudgedGraphql);
  if (code !== 'no-failure-label') return false;
  const isOfHistogram = !families.some(
    (family) => seriesName(family) === subject && isCounter(family),
  );
  const hasCounters = families.some(
    (family) => isCounter(family) && isRequestLike(family) && !isFailureCounter(family),
  );
  return paired.includes(subject) || (isOfHistogram && hasCounters);
}

/** The series of a metric that count its events; null when it counts none, or failures only. */
export function countingOf(family: Family): Counting | null {
  if (isFailureCounter(family)) return null;
  if (isCounter(family)) return { family, name: seriesName(family), samples: counted(family) };
  if (family.type !== 'histogram' && family.type !== 'summary') return null;
  const samples = part(family, '_count');
  return samples.length === 0 ? null : { family, name: `${family.name}_count`, samples };
}

function judgeFamily(family: Family, look: MetricsLook): Diagnosis {
  if (family.type === 'gauge' || (family.type === 'unknown' && !isCounter(family)))
    return judgeGauge(family);
  const exploding = explodingLabels(family);
  const counting = countingOf(family);
  const counts =
    counting === null || !(isRequestLike(family) || isTiming(family))
      ? null
      : judgeCounting(counting, look);
  const leftOut = counts?.leftOut ?? [];
  const times =
    family.type === 'histogram'
      ? judgeHistogram(family, leftOut, look)
      : { sli: null, findings: family.type === 'summary' ? judgeSummary(family) : [] };
  const slis = [counts?.sli ?? null, isTiming(family) ? times.sli : null].filter(
    (sli): sli is ObtainableSli => sli !== null,
  );
  const findings = [...exploding, ...(counts?.findings ?? []), ...times.findings];
  return { slis, findings: isCounter(family) ? [...findings, ...isRising(family)] : findings };
}

/** A whole metric can be spoiled by what is found elsewhere: by its labels, or by the scrape itself. */
function isSpoiled({ kind, subject }: ObtainableSli, findings: readonly Finding[]): boolean {
  return findings.some(
    (finding) =>
      finding.severity === 'spoils' &&
      finding.about.includes(kind) &&
      (finding.code === 'bad-exposition' ||
        (['exploding-label', 'not-a-number', 'counter-falls', 'too-little-traffic'].includes(
          finding.code,
        ) &&
          (finding.subject === subject || subject === `${finding.subject}_count`))),
  );
}
