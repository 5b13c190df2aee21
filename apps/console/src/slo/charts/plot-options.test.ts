import { expect, it } from 'vitest';
import { timeLabels } from './plot-options.ts';

it('labels hours in 24 and the midnight between them by the day that begins', () => {
  const midnight = new Date(2026, 10, 5).getTime() / 1000;
  const hours = [-8, -4, 0, 4, 20].map((hour) => midnight + hour * 3600);
  const labels = (step: number) => timeLabels({} as never, hours, 0, 0, step);
  expect(labels(14_400)).toEqual(['16:00', '20:00', '11/5', '04:00', '20:00']);
  expect(labels(86_400)).toEqual(['11/4', '11/4', '11/5', '11/5', '11/5']);
});
