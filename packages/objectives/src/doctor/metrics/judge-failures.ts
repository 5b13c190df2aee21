import type { Family } from '../exposition/index.ts';
import type { Finding, ObtainableSli } from '../finding.ts';
import { explodingLabels } from './exploding-labels.ts';
import { counted, isCounter, seriesName } from './families.ts';
import { doubtsOf } from './judge-counting.ts';
import { sumOf } from './labels.ts';
import type { Counting, MetricsLook } from './look.ts';

/**
 * What counters of failures say: with a counter of everything beside them they make an SLI, alone
 * they do not. The two must share their first words, such as `http_errors_total` and
 * `http_requests_total`: adding what two different things count would give a wrong share. A counter is
 * a better total than the count of what is timed, and a metric with a label without end is none.
 */
export function judgeFailures(
  failures: readonly Family[],
  countings: readonly Counting[],
  look: MetricsLook,
) {
  const findings: Finding[] = [];
  const slis: ObtainableSli[] = [];
  const paired: string[] = [];
  const totals = countings
    .filter(({ family }) => explodingLabels(family).length === 0)
    .toSorted((a, b) => Number(isCounter(b.family)) - Number(isCounter(a.family)));
  for (const family of failures) {
    const name = seriesName(family);
    const errors = sumOf(counted(family));
    const partner = totals.find((each) => stemOf(each.name) === stemOf(name));
    const total = partner === undefined ? 0 : sumOf(partner.samples);
    if (partner === undefined || total < errors) {
      findings.push({
        code: 'no-denominator',
        severity: 'spoils',
        about: ['availability'],
        subject: name,
        evidence: { errors, beside: partner?.name ?? '–', total },
      });
      continue;
    }
    paired.push(partner.name);
    const sli: ObtainableSli = {
      kind: 'availability',
      subject: name,
      query: { kind: 'counters', total: partner.name, bad: name },
      counted: { good: total - errors, bad: errors },
      within: null,
    };
    slis.push(sli);
    findings.push(...doubtsOf(sli, look));
  }
  return { findings, slis, paired };
}

/** What is left of a name without the words for how it ended, how much, and of what kind. */
function stemOf(name: string): string {
  return name.replace(
    /_?(?:errors?|failures?|failed|exceptions?|5xx|requests?|responses?|calls?|total|count|all|seconds|milliseconds|duration|handled)(?=_|$)/g,
    '',
  );
}
