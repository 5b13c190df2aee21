import type { MonthReview, ReviewAction, SloReview } from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import { reviewMarkdown } from './markdown.ts';

const coverage = {
  ...{ share: 0.98, measuredMinutes: 43_747, expectedMinutes: 44_640 },
  ...{ correctedMinutes: 0, assumed: 0 },
};
const budget: NonNullable<SloReview['budget']> = {
  ...{ asOf: '2026-10-31T15:00:00Z', frozen: false, full: true, target: 0.999, burn: 1.2 },
  ...{ from: '2026-09-30T15:00:00Z', to: '2026-10-31T15:00:00Z', total: 1_000_000, bad: 1200 },
  ...{ sli: 0.9988, allowed: 1000, remaining: -200, remainingShare: -0.2, coverage },
};
const action: ReviewAction = {
  ...{ id: 'act-7k3f9q2m', month: '2026-10', slo: 'shop', what: 'alert on [disk] space' },
  ...{ owner: 'taro', due: '2026-12-01T14:59:00Z', askedBy: 'hanako' },
  ...{ askedAt: '2026-11-02T00:00:00Z', doneAt: null, doneBy: null },
};
const slo: SloReview = {
  ...{ id: 'shop', displayName: 'Shop | answers', service: 'shop', shadow: false },
  window: { kind: 'rolling', minutes: 43_200, unit: null, count: 1, timeZone: null },
  ...{ method: 'occurrences', state: 'reviewed', targets: [{ from: null, target: 0.999 }] },
  ...{ budget, raw: budget, own: budget, days28: budget, days7: budget },
  traffic: { good: 998_800, bad: 1200, excluded: 0, clientErrors: 3 },
  attribution: {
    ...{ bad: 1200, unexplained: 200, unexplainedShare: 0.2, paged: 50, assumed: 0, cut: false },
    causes: [
      {
        ...{
          kind: 'incident',
          id: '7',
          title: 'INC-12 <script>alert(1)</script>\n# big',
          who: 'taro',
        },
        ...{ from: '2026-10-10T05:20:00Z', to: '2026-10-10T05:55:00Z', entry: null },
        ...{ bad: 1000, budgetShare: 1, minutes: 35, touched: 1000 },
      },
    ],
    stretches: [
      { from: '2026-10-12T00:00:00Z', to: '2026-10-12T00:10:00Z', bad: 200, paged: true },
    ],
  },
  ...{ corrections: [], pages: [], proposals: [], suggestion: null, actions: [action] },
  hints: [{ what: 'overspent', count: 200, target: null, id: null }],
  decision: {
    ...{ text: 'keep *it*', by: 'hanako', at: '2026-11-02T01:00:00Z', changedSince: true },
    basis: { asOf: null, target: 0.999, total: 1_000_000, bad: 1100, remainingShare: -0.1 },
  },
};
const review: MonthReview = {
  ...{ month: '2026-10', timeZone: 'Asia/Tokyo', over: true, state: 'reviewed', reviewed: 1 },
  ...{ from: '2026-09-30T15:00:00Z', to: '2026-10-31T15:00:00Z', slos: [slo], leftOut: 0 },
  ...{ carriedOver: [{ ...action, id: 'act-2', month: '2026-09' }], revision: 3 },
};
const write = (language: 'en' | 'ja', more: Partial<MonthReview> = {}) =>
  reviewMarkdown(
    { ...review, ...more },
    { language, nameOf: (id) => ({ taro: 'Taro' })[id] ?? id },
  );

describe('a review as Markdown', () => {
  it('holds the table, where the budget went, the decision and the actions', () => {
    const text = write('en');
    expect(text).toContain('# SLO review, 2026-10\n\nOct 1, 2026 – Oct 31, 2026 (Asia/Tokyo)');
    expect(text).toContain(
      '| Shop \\| answers | 99.9% | 99.88% | -20% | -20% | -20% | 1,000,000 | 98% | reviewed |',
    );
    expect(text).toMatch(/\| incident: INC-12 .+ \| .+14:20 JST.+14:55 JST \| 1,000 \| 100% \|/);
    expect(text).toContain('| unexplained | of which while a page was on: 50 | 200 | 20% |  |');
    expect(text).toContain('keep \\*it\\* (hanako, ');
    expect(text).toContain('The figures have changed since');
    expect(text).toMatch(/- \[ \] alert on \\\[disk\\\] space — Taro, by Dec 1, 2026 23:59 JST/);
    expect(text).toContain('## Still to do from earlier months');
  });

  it('says the same in Japanese', () => {
    const text = write('ja');
    expect(text).toContain('# SLO 月次レビュー 2026-10');
    expect(text).toContain('| 原因不明 | うちアラート発生中: 50 | 200 | 20% |  |');
    expect(text).not.toMatch(/undefined|NaN|null/);
  });

  it('lets no text of people become markup, a heading or another cell', () => {
    const text = write('en');
    expect(text).not.toContain('<script>');
    expect(text).not.toMatch(/^# big/m);
    const widths = text.split('\n').filter((line) => line.startsWith('| '));
    const cells = (line: string) => line.replaceAll('\\|', '').split('|').length;
    expect(new Set(widths.slice(0, 3).map(cells)).size).toBe(1);
  });

  it('says that a month is not over, and that nothing is declared', () => {
    expect(write('en', { over: false })).toContain('The month is not over');
    expect(write('en', { slos: [] })).toContain('No SLO is declared.');
  });
});
