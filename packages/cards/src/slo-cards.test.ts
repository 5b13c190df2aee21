import type { SloDetail, SloSummary } from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import { english as options } from '../test/samples.ts';
import { toBlocks } from './block-kit.ts';
import { sloCard } from './slo-card.ts';
import { sloListCard } from './slo-list-card.ts';
import { toText } from './text.ts';

const summary: SloSummary = {
  ...{ id: 'shop-availability', displayName: 'Shop answers', service: 'shop', target: 0.999 },
  window: { kind: 'rolling', minutes: 43_200, unit: null, count: 1, timeZone: null },
  ...{ state: 'well', flags: [], shadow: false, asOf: null, sli: 0.999_95, openPages: 0 },
  ...{ remainingShare: 0.612, rawRemainingShare: 0.5, burn: 0.031, coverage: 0.999 },
  correctedMinutes: 0,
};
const firing: SloSummary = {
  ...{ ...summary, id: 'shop-latency', displayName: null, state: 'firing' },
  ...{ flags: ['firing', 'burning'], remainingShare: -0.12, burn: 25.5 },
};

describe('SLOs in chat', () => {
  it('are first those that need a look, with the figures of the command line', () => {
    const text = toText(sloListCard([firing, summary], { ...options, language: 'en' }));
    expect(text).toMatch(/1 of 2 need a look/);
    expect(text).toMatch(/✕ firing.*shop-latency.*-12% of the budget left.*burn 26×/s);
    expect(text).not.toMatch(/Shop answers/);
    const japanese = toText(sloListCard([firing, summary], { ...options, language: 'ja' }));
    expect(japanese).toMatch(
      /要確認 1 \/ 2 件.*発生中.*バジェットの残り -12%.*ほか 1 件は問題なし/s,
    );
  });

  it('say that little is left of a budget, though nothing burns', () => {
    const low: SloSummary = { ...summary, state: 'low', remainingShare: 0.04 };
    const text = toText(sloListCard([low, summary], { ...options, language: 'ja' }));
    expect(text).toContain('要確認 1 / 2 件');
    expect(text).toContain('◔ 残りわずか');
  });

  it('are the few with the least left where all is well, and never a long list', () => {
    const well = Array.from({ length: 400 }, (_, index) => ({ ...summary, id: `slo-${index}` }));
    const calm = toText(sloListCard(well, { ...options, language: 'en' }));
    expect(calm).toMatch(/61% of the budget left.*395 others/s);
    const many = Array.from({ length: 400 }, (_, index) => ({ ...firing, id: `slo-${index}` }));
    expect(toBlocks(sloListCard(many, options)).length).toBeLessThan(20);
    expect(toText(sloListCard(many, { ...options, language: 'en' }))).toMatch(
      /385 more need a look/,
    );
  });

  it('say what to do where there is none', () => {
    expect(toText(sloListCard([], { ...options, language: 'en' }))).toMatch(/services/);
    expect(toText(sloListCard([], { ...options, language: 'ja' }))).toMatch(/まだありません/);
  });

  it('show one with its windows, what they hold, and what keeps its alert silent', () => {
    const tier = {
      ...{ tier: 'page-quick', severity: 'page', factor: 14.4, threshold: 0.0144, guard: null },
      long: { minutes: 60, bad: 31, total: 1217, ratio: 0.0255, burn: 25.5 },
      short: { minutes: 5, bad: 31, total: 199, ratio: 0.156, burn: 156 },
      verdict: 'not-significant',
    } as const;
    const slo = { ...firing, budget: null, tiers: [tier], pages: [] } as unknown as SloDetail;
    const text = toText(sloCard(slo, { ...options, language: 'en' }));
    expect(text).toMatch(/1h: 26× \(31 of 1,217\) · 5m: 156×.*fires above 14× · not significant/s);
    expect(toText(sloCard(slo, { ...options, language: 'ja' }))).toMatch(/1,217 件中 31 件/);
  });
});
