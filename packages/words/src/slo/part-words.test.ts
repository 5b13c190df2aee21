import { expect, it } from 'vitest';
import { figuresIn } from './figures.ts';
import { partSentences } from './part-words.ts';

const part = (name: string, errorShare: number | null, sli: number | null = 0.99) => ({
  ...{ name, weight: 1, source: 'alb', total: 100, bad: 1, sli, burn: 1 },
  ...{ errorShare, budgetShare: 0.1, coverage: 1 },
});

it('names the part of a composite that spent the most, and those of which nothing came', () => {
  const parts = [part('search', 0.25), part('checkout', 0.75), part('cart', 0, null)];
  expect(partSentences(parts, figuresIn('en'), 'en')).toEqual([
    '75% of what is spent is the doing of checkout.',
    'Nothing came of cart: left out until it does, the others weigh more.',
  ]);
  expect(partSentences(parts, figuresIn('ja'), 'ja')[0]).toBe(
    '消費の 75% は checkout によるものです。',
  );
  expect(partSentences([part('search', null), part('cart', 0)], figuresIn('en'), 'en')).toEqual([]);
});
