import type { Family } from '../exposition/index.ts';
import type { Diagnosis, Finding } from '../finding.ts';
import { isRequestLike, isTiming } from './families.ts';
import { sumOf } from './labels.ts';
import { selectorOf } from './matcher.ts';

const success = /(?:success|availability|good|ok)_?(?:rate|ratio|percent(?:age)?|pct|share)?$/;
const rate = /(?:rate|ratio|percent(?:age)?|pct|share|availability)$/;

/** What a gauge says that ought to be a counter, a histogram, or two counters. */
export function judgeGauge(family: Family): Diagnosis {
  const none = { slis: [], findings: [] };
  const { name, samples } = family;
  const said = { series: samples.length, value: samples[0]?.value ?? 0 };
  if (name === 'probe_success') {
    return {
      slis: [
        {
          kind: 'availability',
          subject: name,
          query: { kind: 'gauge', gauge: name },
          counted: null,
          within: null,
        },
      ],
      findings: [],
    };
  }
  if (rate.test(name) && (isRequestLike(family) || success.test(name)))
    return found(family, 'percentage', said);
  if (
    !isTiming(family) &&
    /(?:_total|_count|requests|errors|calls)$/.test(name) &&
    family.type === 'gauge'
  )
    return found(family, 'gauge-as-counter', { ...said, value: sumOf(samples) });
  const isQuantile = samples.some(({ labels }) => labels.has('quantile'));
  if (isQuantile && isTiming(family)) {
    const quantiles = [...new Set(samples.map(({ labels }) => labels.get('quantile') ?? ''))].join(
      ', ',
    );
    return found(family, 'quantiles-only', {
      quantiles,
      series: samples.length,
      counts: 0,
      events: 0,
    });
  }
  return isTiming(family) && /(?:avg|average|mean|median|max|p\d{2,3}|last)(?:_|$)/.test(name)
    ? found(family, 'average-only', said)
    : none;
}

function found(family: Family, code: Finding['code'], evidence: Finding['evidence']): Diagnosis {
  const isLatency = code === 'average-only';
  const about: Finding['about'] = isLatency ? ['latency'] : ['availability'];
  const finding: Finding = {
    code,
    severity: 'spoils',
    about: code === 'quantiles-only' ? ['availability', 'latency'] : about,
    subject: family.name,
    evidence,
  };
  if (code !== 'percentage') return { slis: [], findings: [finding] };
  // From 0 to 1 it can be read, each minute weighing the same.
  const isShare =
    family.samples.length === 1 && family.samples.every(({ value }) => value >= 0 && value <= 1);
  const isGood = success.test(family.name) && !/(?:error|fail)/.test(family.name);
  if (!isShare || !isGood) return { slis: [], findings: [finding] };
  const query = { kind: 'gauge', gauge: selectorOf(family.name, []) } as const;
  return {
    slis: [{ kind: 'availability', subject: family.name, query, counted: null, within: null }],
    findings: [{ ...finding, severity: 'weakens' }],
  };
}

/** What is wrong with a counter's own name and values. */
export function isRising(family: Family): readonly Finding[] {
  return /_(?:total|count)$/.test(family.samples[0]?.name ?? '')
    ? []
    : [
        {
          code: 'no-total-suffix',
          severity: 'notes',
          about: ['availability'],
          subject: family.name,
          evidence: { series: family.samples.length },
        },
      ];
}
