import { expect, it } from 'vitest';
import { formatCost, formatDollars, formatRate } from './money.ts';

it('tells a price with its unit and span', () => {
  expect(formatCost(0.096, 7200, 'en')).toBe('$0.096/h, about $0.19 for 2 h');
  expect(formatCost(0.096, 7200, 'ja')).toBe('$0.096/時、2 時間で約 $0.19');
});

it('keeps the digits of a price, and rounds sums to cents', () => {
  expect(formatRate(0.0104, 'en')).toBe('$0.0104/h');
  expect(formatDollars(1204.5, 'en')).toBe('$1,204.50');
  expect(formatDollars(0.001, 'ja')).toBe('$0.01 未満');
  expect(formatDollars(0, 'en')).toBe('$0.00');
});

it('says that it does not know a price rather than nothing', () => {
  expect(formatCost(null, 7200, 'en')).toBe('price not known');
});
