import { describe, expect, it } from 'vitest';
import {
  calendar,
  type Data,
  sloWith,
  withObjective,
  withWindow,
} from '../../test/openslo-documents.ts';
import { objectiveOf, readOpenslo, yamlOf } from './index.ts';

describe('objectiveOf', () => {
  const inForce = { from: 7, missing: 'exclude' } as const;
  const objective = (document: Data) => {
    const [read] = readOpenslo(new TextEncoder().encode(yamlOf([document])), 'slo.yaml').documents;
    return read?.kind === 'SLO' ? objectiveOf(read, 0, inForce) : undefined;
  };

  it('hands the arithmetic a rolling window in minutes and a target without noise', () => {
    expect(objective(withObjective({ targetPercent: 99.95 }))).toEqual({
      method: { kind: 'occurrences' },
      window: { kind: 'rolling', minutes: 28 * 1440 },
      targets: [{ from: 7, target: 0.9995 }],
      missing: 'exclude',
    });
  });

  it('keeps the beginning and the time zone of a calendar', () => {
    const slices = { target: 0.9, timeSliceTarget: 0.95, timeSliceWindow: '5m' };
    const spec = { budgetingMethod: 'Timeslices', timeWindow: [{ duration: '1Q', calendar }] };
    expect(objective(withObjective(slices, spec))).toMatchObject({
      method: { kind: 'timeslices', sliceMinutes: 5, sliceTarget: 0.95 },
      window: {
        kind: 'calendar',
        unit: 'quarter',
        count: 1,
        timeZone: 'Asia/Tokyo',
        anchor: '2026-01-01T00:00:00',
      },
    });
  });

  it('is null where the SLO says too little', () => {
    expect(objective(withWindow())).toBeNull();
    expect(objective(withObjective({}))).toBeNull();
    expect(objective(sloWith({ budgetingMethod: 'Timeslices' }))).toBeNull();
    expect(objective(withWindow({ duration: '5h', calendar }))).toBeNull();
  });
});
