import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, convertOpenslo, dataOf, readOpenslo, yamlOf } from './index.ts';

type Data = Readonly<Record<string, unknown>>;

const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?$/);
const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom('yes', '1e3', '- a', '#', '日本'),
);
const share = fc.double({ min: 0.001, max: 0.9999, noNaN: true });
const duration = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom('m', 'h', 'd', 'w', 'M', 'Q', 'Y'))
  .map(([count, unit]) => `${count}${unit}`);
const anything = fc.oneof(
  words,
  fc.integer(),
  // YAML has no negative zero among its whole numbers.
  fc.double({ noDefaultInfinity: true, noNaN: true, max: 1e12, min: -1e12 }).map((one) => one + 0),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 2 }),
  fc.dictionary(name, words, { maxKeys: 2 }),
);

/** Records whose optional keys may be absent, or there and unknown. */
function group(
  needed: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>>,
) {
  const known = fc.record({ ...needed, ...optional }, { requiredKeys: Object.keys(needed) });
  const extras = fc.dictionary(fc.stringMatching(/^x-[a-z]{1,4}$/), anything, { maxKeys: 1 });
  return fc.tuple(known, extras).map(([a, b]): Data => ({ ...a, ...b }));
}

const labels = fc.dictionary(name, fc.oneof(words, fc.array(words, { maxLength: 2 })), {
  maxKeys: 2,
});
const metadata = group(
  { name },
  { displayName: words, labels, annotations: fc.dictionary(name, words, { maxKeys: 2 }) },
);
const metric = fc
  .oneof(
    group(
      { spec: group({ query: words }, { queryType: words, region: anything }) },
      { type: fc.constantFrom('Prometheus', 'Datadog') },
    ),
    group(
      { metricSourceRef: fc.constantFrom('prom', 'nowhere') },
      { spec: group({}, { query: words }), type: words },
    ),
  )
  .map((metricSource) => ({ metricSource }));
const ratioMetric = fc.oneof(
  group({ good: metric, total: metric }, { counter: fc.boolean() }),
  group({ bad: metric, total: metric }, { counter: fc.boolean() }),
  group({ raw: metric, rawType: fc.constantFrom('success', 'failure') }, {}),
);
const sliSpec = fc.oneof(
  group({ ratioMetric }, { description: words }),
  group({ thresholdMetric: metric }, { description: words }),
);
const calendar = fc.constant({ startTime: '2022-01-01 12:00:00', timeZone: 'Asia/Tokyo' });
const window = fc.oneof(
  group({ duration, isRolling: fc.constant(true) }, {}),
  group({ duration, calendar }, { isRolling: fc.constant(false) }),
);
const objective = fc
  .tuple(
    fc.oneof(
      fc.record({ target: share }),
      fc.record({ targetPercent: share.map((one) => one * 100) }),
    ),
    group(
      {},
      {
        displayName: words,
        op: fc.constantFrom('lt', 'gte'),
        value: fc.integer(),
        timeSliceTarget: share,
        timeSliceWindow: fc.oneof(duration, fc.integer({ min: 1, max: 60 })),
        compositeWeight: share,
      },
    ),
  )
  .map(([target, rest]) => ({ ...target, ...rest }));
const indicator = fc.oneof(
  group({ metadata, spec: sliSpec }, {}).map((one) => ({ indicator: one })),
  fc.constantFrom('sli', 'missing').map((one) => ({ indicatorRef: one })),
);
const sloSpec = fc
  .tuple(
    group(
      {
        service: name,
        budgetingMethod: fc.constantFrom('Occurrences', 'Timeslices', 'RatioTimeslices'),
        objectives: fc.array(objective, { minLength: 1, maxLength: 2 }),
      },
      {
        description: words,
        timeWindow: fc.tuple(window),
        alertPolicies: fc.constant([{ alertPolicyRef: 'page' }]),
      },
    ),
    indicator,
  )
  .map(([spec, one]) => ({ ...spec, ...one }));
const slo = fc.record({ metadata, spec: sloSpec }).map((one): Data => {
  return { apiVersion: 'openslo/v1', kind: 'SLO', ...one };
});
const source = { kind: 'DataSource', metadata: { name: 'prom' }, spec: { type: 'Prometheus' } };
const sli = sliSpec.map((spec): Data => {
  return { apiVersion: 'openslo/v1', kind: 'SLI', metadata: { name: 'sli' }, spec };
});

function read(text: string) {
  const file = readOpenslo(new TextEncoder().encode(text), 'slo.yaml');
  expect(file.problems).toEqual([]);
  return file.documents;
}

/** Paths at which two values differ. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (Object.is(a, b)) return [];
  if (!isGroup(a) || !isGroup(b) || Array.isArray(a) !== Array.isArray(b)) return [path];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => {
    const at = Array.isArray(a) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`;
    return differences(a[key], b[key], at);
  });
}

function isGroup(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}

/** What else a change there may touch: the key that the same thing has afterwards. */
const becomes: readonly (readonly [string, string])[] = [
  ['targetPercent', 'target'],
  ['bad', 'good'],
  ['metricSourceRef', 'type'],
  ['indicatorRef', 'indicator'],
];

/** What a change of either way covers, as paths of v1. */
function coveredBy({ place: { path } }: Change): string[] {
  const plain = path
    .replace('timeWindows', 'timeWindow')
    .replace(/objectives\[\d+\]\.ratioMetrics/, 'indicator');
  const also = becomes.flatMap(([from, to]) =>
    plain.endsWith(`.${from}`) ? [`${plain.slice(0, -from.length)}${to}`] : [],
  );
  return [plain, ...also];
}

function isNamed(difference: string, changes: readonly Change[]): boolean {
  return changes
    .flatMap(coveredBy)
    .some((path) => isUnder(difference, path) || isUnder(path, difference));
}

function isUnder(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}

describe('OpenSLO documents', () => {
  it('of v1 go through the model and come out equal, unknown keys and all', () => {
    fc.assert(
      fc.property(fc.oneof(slo, sli), (document) => {
        const [one] = read(yamlOf([document]));
        expect(one && dataOf(one)).toEqual(document);
      }),
    );
  });

  it('of v1 come back from v1alpha with only the differences that were named', () => {
    fc.assert(
      fc.property(slo, sli, (document, other) => {
        const context = read(yamlOf([other, { apiVersion: 'openslo/v1', ...source }]));
        const there = convertOpenslo(read(yamlOf([document])), 'openslo/v1alpha', context);
        if (there.documents.length === 0) {
          expect(there.changes.some(({ code }) => code === 'document-left-out')).toBe(true);
          return;
        }
        const back = convertOpenslo(read(yamlOf(there.documents)), 'openslo/v1');
        const named = [...there.changes, ...back.changes];
        const found = differences(document, back.documents[0]);
        expect(found.filter((path) => !isNamed(path, named))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('written as v1alpha go through the model and come out equal', () => {
    fc.assert(
      fc.property(slo, sli, (document, other) => {
        const context = read(yamlOf([other]));
        const { documents } = convertOpenslo(read(yamlOf([document])), 'openslo/v1alpha', context);
        if (documents.length === 0) return;
        expect(read(yamlOf(documents)).map((one) => dataOf(one))).toEqual(documents);
      }),
    );
  });
});
