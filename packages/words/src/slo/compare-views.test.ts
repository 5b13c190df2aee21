import type { SloViewPair } from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import { claimText, gapText, pointsText, verdictText } from './compare-views.ts';

const reasons: readonly SloViewPair['because'][number][] = [
  ...(['misses', 'own-troubles', 'out-of-step', 'understates'] as const),
  ...(['never-together', 'too-few-troubles', 'unmeasured-troubles', 'unclear'] as const),
];
const agreement = { episodes: 7, shown: 3, unclear: 1, share: 0.5, low: 0.15, high: 0.85 };
const pair: SloViewPair = {
  ...{ near: 'beacon', far: 'load-balancer', verdict: 'stands-in', because: [] },
  ...{ hours: 720, days: 30, badHours: { near: 9, far: 8, both: 3 } },
  gap: { value: 0.004, low: 0.001, high: 0.007, worst: [] },
  seen: { ...agreement, episodes: 8, shown: 8, unclear: 0, share: 1, low: 0.6877, high: 1 },
  meant: { ...agreement, episodes: 9, shown: 8, unclear: 1, share: 1, low: 0.69, high: 1 },
  rank: { value: 0.93, low: 0.71, high: 0.98 },
  strength: 0.88,
};

describe('a verdict about a stand-in', () => {
  it('comes with the numbers that say so', () => {
    expect(verdictText(pair, 'en')).toBe(
      '8 of 8 troubles of users (beacon) showed at load balancer (at least 69%), 8 of 8 of its own were theirs too; rank correlation 0.93 (at least 0.71); 88% of what failed shows.',
    );
    expect(verdictText(pair, 'ja')).toContain('順位相関は 0.93(少なくとも 0.71)');
  });

  it.each(reasons)('says in both languages what %s means, of these two', (reason) => {
    const told = { ...pair, verdict: 'does-not' as const, because: [reason], seen: agreement };
    for (const language of ['en', 'ja'] as const) {
      const text = verdictText(told, language);
      expect(text).toMatch(language === 'en' ? /[.]$/ : /。$/);
      expect(text).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('gives every reason, the weightiest first', () => {
    const told = { ...pair, because: ['misses', 'out-of-step'] as const, seen: agreement };
    expect(verdictText({ ...told, because: [...told.because] }, 'en')).toMatch(
      /^Of 6 troubles of users \(beacon\), 3 showed at load balancer: at most 85% .+ Their bad hours/,
    );
  });
});

describe('a gap', () => {
  const gap = (value: number | null, low: number | null, high: number | null) =>
    gapText({ ...pair, gap: { value, low, high, worst: [] } }, 'en');

  it('is said to be one only when chance does not explain it', () => {
    expect(gap(0.004, 0.001, 0.007)).toBe(
      'users (beacon): 0.4 points worse than load balancer (+0.1 … +0.7) over 720 hours. They are lost at the edge, on the way or in the client.',
    );
    expect(gap(0.004, -0.001, 0.009)).toMatch(/^No sure gap/);
    expect(gap(-0.02, -0.03, -0.01)).toMatch(/2 points better .+ do not reach users/);
    expect(gap(null, null, null)).toMatch(/no traffic in a common hour/);
    expect(gap(0.0000123, null, null)).toContain('0.0012 points worse');
  });

  it('has its sign', () => {
    expect([0.004, -0.004, 0].map(pointsText)).toEqual(['+0.4', '−0.4', '0']);
  });
});

describe('a claim to stand in', () => {
  it('is held against what the comparison says now', () => {
    const standsFor = { view: 'beacon', shown: '2026-11-20', verdict: 'does-not' } as const;
    expect(claimText({ view: 'server', standsFor }, 'en')).toBe(
      'server is declared to stand in for users (beacon), shown 2026-11-20; now: does not.',
    );
    const gone = { ...standsFor, verdict: null };
    expect(claimText({ view: 'server', standsFor: gone }, 'ja')).toContain('計測されていない');
    expect(claimText({ view: 'server', standsFor: null }, 'en')).toBeNull();
  });
});
