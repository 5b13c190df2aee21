import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  calendar,
  type Data,
  good,
  objectOf,
  ratioMetric,
  sloWith,
  withObjective,
  withWindow,
} from '../../test/openslo-documents.ts';
import { checkOpenslo, readOpenslo, yamlOf } from './index.ts';

function check(...documents: Data[]) {
  const file = readOpenslo(new TextEncoder().encode(yamlOf(documents)), 'slo.yaml');
  expect(file.problems).toEqual([]);
  const { problems, warnings } = checkOpenslo([file]);
  const brief = problems.map(({ code, place }) => `${code} ${place.path}`);
  return {
    file,
    problems: brief,
    warnings: warnings.map(({ code, place }) => `${code} ${place.path}`),
  };
}

const at = 'spec.objectives[0]';

describe('checkOpenslo', () => {
  it('finds nothing wrong with a sound SLO', () => {
    expect(check(sloWith({}))).toMatchObject({ problems: [], warnings: [] });
  });

  it.each<[string, Data, string[]]>([
    ['a target of 1', withObjective({ target: 1 }), [`out-of-range ${at}.target`]],
    ['a target of 0', withObjective({ target: 0 }), [`out-of-range ${at}.target`]],
    ['percent written as a share', withObjective({ target: 99.9 }), [`out-of-range ${at}.target`]],
    ['100 percent', withObjective({ targetPercent: 100 }), [`out-of-range ${at}.targetPercent`]],
    [
      'two targets',
      withObjective({ target: 0.9, targetPercent: 90 }),
      [`both-given ${at}.targetPercent`],
    ],
    ['no target', withObjective({}), [`none-given ${at}`]],
    ['no objective', sloWith({ objectives: [] }), ['wrong-count spec.objectives']],
    ['no window', withWindow(), ['wrong-count spec.timeWindow']],
    [
      'two windows',
      withWindow({ duration: '1d', isRolling: true }, { duration: '2d', isRolling: true }),
      ['wrong-count spec.timeWindow'],
    ],
    [
      'a window without beginning',
      withWindow({ duration: '1M' }),
      ['calendar-missing spec.timeWindow[0]'],
    ],
    [
      'a rolling window with a calendar',
      withWindow({ duration: '1M', isRolling: true, calendar }),
      ['calendar-rolls spec.timeWindow[0].calendar'],
    ],
    [
      'a calendar without time zone',
      withWindow({ duration: '1M', calendar: { startTime: '2026-01-01 00:00:00' } }),
      ['missing spec.timeWindow[0].calendar.timeZone'],
    ],
    [
      'an offset as time zone',
      withWindow({ duration: '1M', calendar: { ...calendar, timeZone: '+09:00' } }),
      ['bad-zone spec.timeWindow[0].calendar.timeZone'],
    ],
    [
      'a day that no month has',
      withWindow({ duration: '1M', calendar: { ...calendar, startTime: '2026-02-30 00:00:00' } }),
      ['bad-start spec.timeWindow[0].calendar.startTime'],
    ],
    [
      'timeslices without slices',
      sloWith({ budgetingMethod: 'Timeslices' }),
      [`method-needs ${at}.timeSliceTarget`, `method-needs ${at}.timeSliceWindow`],
    ],
    [
      'ratio timeslices without a length',
      sloWith({ budgetingMethod: 'RatioTimeslices' }),
      [`method-needs ${at}.timeSliceWindow`],
    ],
    [
      'a slice longer than the window',
      withObjective({ target: 0.9, timeSliceWindow: '5w' }, { budgetingMethod: 'RatioTimeslices' }),
      [`slice-over-window ${at}.timeSliceWindow`],
    ],
    [
      'a threshold that is compared with nothing',
      sloWith({ indicator: { spec: { thresholdMetric: good } } }),
      [`threshold-needs ${at}.op`, `threshold-needs ${at}.value`],
    ],
    [
      'good and bad together',
      sloWith({ indicator: { spec: { ratioMetric: { ...ratioMetric, bad: good } } } }),
      ['both-given spec.indicator.spec.ratioMetric.bad'],
    ],
    [
      'good without total',
      sloWith({ indicator: { spec: { ratioMetric: { good } } } }),
      ['none-given spec.indicator.spec.ratioMetric'],
    ],
    [
      'a ready ratio of unknown kind',
      sloWith({ indicator: { spec: { ratioMetric: { raw: good } } } }),
      ['missing spec.indicator.spec.ratioMetric.rawType'],
    ],
    ['no indicator', sloWith({ indicator: null }), ['none-given spec']],
    [
      'a reference to nothing',
      sloWith({ indicator: null, indicatorRef: 'gone' }),
      ['unknown-reference spec.indicatorRef'],
    ],
    [
      'a composite that has an indicator of its own',
      withObjective({ target: 0.9, indicatorRef: 'gone' }),
      ['both-given spec.indicator', `unknown-reference ${at}.indicatorRef`],
    ],
  ])('refuses %s', (_, document, expected) => {
    expect(check(document).problems).toEqual(expected);
  });

  it('resolves references over all files, also to documents that are broken themselves', () => {
    const slo = sloWith({
      indicator: null,
      indicatorRef: 'sli',
      alertPolicies: [{ alertPolicyRef: 'page' }],
    });
    const [one, two] = [
      yamlOf([slo]),
      yamlOf([
        objectOf('SLI', 'sli', { ratioMetric }),
        objectOf('AlertPolicy', 'page', { conditions: 'x' }),
      ]),
    ].map((text) => readOpenslo(new TextEncoder().encode(text), 'slo.yaml'));
    if (one === undefined || two === undefined) expect.fail();
    expect(two.problems).toHaveLength(1);
    expect(checkOpenslo([one]).problems).toHaveLength(2);
    expect(checkOpenslo([one, two]).problems).toEqual([]);
  });

  it('refuses two objects of one kind and name, naming where the first stands', () => {
    const file = readOpenslo(
      new TextEncoder().encode(yamlOf([sloWith({}), sloWith({})])),
      'a.yaml',
    );
    expect(checkOpenslo([file]).problems).toMatchObject([
      {
        code: 'duplicate-name',
        facts: { first: 'a.yaml:4' },
        place: { document: 2, path: 'metadata.name' },
      },
    ]);
  });

  it('warns of what changes nothing: unknown keys and values that are ignored', () => {
    const objective = { target: 0.9, op: 'gt', weight: 2, 'x-note': 1, timeSliceTarget: 0.9 };
    expect(check(withObjective(objective))).toMatchObject({
      problems: [],
      warnings: [
        `method-ignores ${at}.timeSliceTarget`,
        `ratio-ignores ${at}.op`,
        `unknown-key ${at}.weight`,
      ],
    });
    expect(check(withObjective({ targetPercent: 0.999 })).warnings).toEqual([
      `percent-as-share ${at}.targetPercent`,
    ]);
  });

  it('names places as the version writes them', () => {
    const text = `apiVersion: openslo.com/v2alpha
kind: SLO
metadata: { name: a }
spec: { service: a, sliRef: gone, budgetingMethod: Occurrences, objectives: [{ target: 0.9 }], timeWindow: [{ duration: 1d, isRolling: true }] }
---
apiVersion: openslo/v1alpha
kind: SLO
metadata: { name: b }
spec: { service: a, indicator: { thresholdMetric: { source: a, query: b } }, budgetingMethod: Occurrences, objectives: [{ target: 0.9, op: lt, value: 1 }], timeWindows: [] }`;
    const file = readOpenslo(new TextEncoder().encode(text), 'slo.yaml');
    expect(file.problems).toEqual([]);
    expect(checkOpenslo([file]).problems.map(({ place }) => place)).toMatchObject([
      { document: 1, line: 4, column: 29, path: 'spec.sliRef' },
      { document: 2, line: 9, path: 'spec.timeWindows' },
    ]);
  });
});

it('YAML written is read the same by others', () => {
  expect(parse(yamlOf([sloWith({ description: 'yes: # no\n- 1e3' })]))).toEqual(
    sloWith({ description: 'yes: # no\n- 1e3' }),
  );
});
