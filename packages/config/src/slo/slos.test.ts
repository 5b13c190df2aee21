import { describe, expect, it } from 'vitest';
import { alb, check, type Data, only, service, slo, told } from '../../test/slo-documents.ts';

const beside = [service(), alb];
const calendar = { startTime: '2026-01-01 09:00:00', timeZone: 'Asia/Tokyo' };
const window = (more: Data) => ({ timeWindow: [more] });

describe('an SLO', () => {
  it('keeps what its document says', () => {
    const document = slo({ description: 'It answers.' }, { missing: 'freeze' });
    expect(only(...beside, document)).toMatchObject({
      ...{ id: 'answers', service: 'shop', description: 'It answers.', displayName: null },
      ...{ target: 0.999, missing: 'freeze', window: { kind: 'rolling', minutes: 40_320 } },
      place: { file: 'services/shop.yaml', line: 23 },
    });
    expect(only(...beside, slo()).missing).toBe('exclude');
    expect(told(...beside, slo({}, { missing: 'ignore' }))).toEqual([
      'bad-annotation metadata.annotations["sekisho.dev/missing"]',
    ]);
  });

  it('keeps windows of the calendar, and methods by slices', () => {
    const months = slo({
      ...window({ duration: '1Q', isRolling: false, calendar }),
      budgetingMethod: 'Timeslices',
      objectives: [{ targetPercent: 99.5, timeSliceTarget: 0.95, timeSliceWindow: '5m' }],
    });
    expect(only(...beside, months)).toMatchObject({
      window: {
        ...{ kind: 'calendar', unit: 'quarter', count: 1, timeZone: 'Asia/Tokyo' },
        anchor: '2026-01-01T09:00:00',
      },
      method: { kind: 'timeslices', sliceMinutes: 5, sliceTarget: 0.95 },
      target: 0.995,
    });
  });

  it('with several objectives is several SLOs, numbered in their order', () => {
    const objectives = [{ target: 0.99, displayName: 'most' }, { target: 0.999 }];
    const { config } = check(...beside, slo({ objectives }));
    expect(config?.slos.map(({ id, displayName, target }) => [id, displayName, target])).toEqual([
      ['answers-1', 'most', 0.99],
      ['answers-2', null, 0.999],
    ]);
    const { problems } = check(...beside, slo({ objectives }), slo({}, {}, 'answers-2'));
    expect(problems.map(({ code, value }) => [code, value])).toEqual([['same-slo', '"answers-2"']]);
  });

  it.each<[string, Data, string]>([
    [
      'parts that weigh',
      {
        objectives: [
          { target: 0.99, compositeWeight: 2 },
          { target: 0.99, compositeWeight: 1 },
        ],
      },
      'part-without-indicator spec.objectives[0]',
    ],
    [
      'a period of hours',
      window({ duration: '5h', isRolling: false, calendar }),
      'unsuitable-window spec.timeWindow[0].duration',
    ],
    [
      'a window of a lifetime',
      window({ duration: '60Y', isRolling: true }),
      'unsuitable-window spec.timeWindow[0].duration',
    ],
    [
      'slices of a week',
      {
        budgetingMethod: 'RatioTimeslices',
        objectives: [{ target: 0.99, timeSliceWindow: '1w' }],
      },
      'unsuitable-slice spec.objectives[0].timeSliceWindow',
    ],
    [
      'slices of half a minute',
      {
        budgetingMethod: 'RatioTimeslices',
        objectives: [{ target: 0.99, timeSliceWindow: 0.5 }],
      },
      'unsuitable-slice spec.objectives[0].timeSliceWindow',
    ],
    [
      'a zone that is none',
      window({ duration: '1M', isRolling: false, calendar: { ...calendar, timeZone: 'Asia/Edo' } }),
      'bad-zone spec.timeWindow[0].calendar.timeZone',
    ],
    [
      'a target of everything',
      { objectives: [{ target: 1 }] },
      'out-of-range spec.objectives[0].target',
    ],
  ])('is refused with %s', (_, spec, problem) => {
    expect(told(...beside, slo(spec))).toEqual([problem]);
  });

  it('that cannot be used never lets the rest come into force', () => {
    const { config } = check(...beside, slo(), slo({ timeWindow: [] }, {}, 'other'));
    expect(config).toBeNull();
  });
});
