import type { MonthReview } from '@sekisho/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { practiceAt, runCli } from './run-cli.ts';

const budget = {
  ...{ asOf: '2026-10-31T15:00:00Z', frozen: false, full: true, target: 0.999, burn: 1.2 },
  ...{ from: '2026-09-30T15:00:00Z', to: '2026-10-31T15:00:00Z', total: 1_000_000, bad: 1200 },
  ...{ sli: 0.9988, allowed: 1000, remaining: -200, remainingShare: -0.2 },
  coverage: {
    ...{ share: 1, measuredMinutes: 44_640, expectedMinutes: 44_640 },
    ...{ correctedMinutes: 0, assumed: 0 },
  },
};
const action = {
  ...{ id: 'act-7k3f9q2m', month: '2026-10', slo: 'shop', what: 'alert on disk space' },
  ...{ owner: 'engineer', due: null, askedBy: 'sre', askedAt: '2026-11-02T00:00:00Z' },
  ...{ doneAt: null, doneBy: null },
};
const review: MonthReview = {
  ...{ month: '2026-10', timeZone: 'Asia/Tokyo', over: true, state: 'in-progress', reviewed: 0 },
  ...{ from: '2026-09-30T15:00:00Z', to: '2026-10-31T15:00:00Z', leftOut: 0, revision: 1 },
  carriedOver: [{ ...action, id: 'act-2', month: '2026-09' }],
  slos: [
    {
      ...{ id: 'shop', displayName: null, service: 'shop', shadow: false },
      window: { kind: 'rolling', minutes: 43_200, unit: null, count: 1, timeZone: null },
      ...{ method: 'occurrences', state: 'in-progress', decision: null },
      targets: [{ from: null, target: 0.999 }],
      ...{ budget, raw: budget, own: budget, days28: budget, days7: null },
      traffic: { good: 998_800, bad: 1200, excluded: 0, clientErrors: 0 },
      attribution: {
        ...{ bad: 1200, unexplained: 200, unexplainedShare: 0.2, paged: 0, assumed: 0 },
        ...{ stretches: [], cut: false },
        causes: [
          {
            ...{ kind: 'deploy', id: '7', title: 'shop 2.14.0 \u001b[31m', who: 'engineer' },
            ...{ from: '2026-10-10T05:20:00Z', to: '2026-10-10T05:55:00Z', entry: null },
            ...{ bad: 1000, budgetShare: 1, minutes: 35, touched: 1000 },
          },
        ],
      },
      ...{ corrections: [], pages: [], proposals: [], suggestion: null, actions: [action] },
      hints: [{ what: 'overspent', count: 200, target: null, id: null }],
    },
  ],
};

let server: FakeServer;
let env: Record<string, string>;
beforeAll(async () => {
  server = await startFakeServer({ 'slo.review': () => review, 'people.list': () => [] });
  env = { SEKISHO_DATA: practiceAt(server.url), TZ: 'Asia/Tokyo' };
});
afterAll(() => server.close());

const print = async (...args: readonly string[]) => (await runCli(args, { env })).stdout;

it('prints a line for each SLO, where its budget went, and what comes next', async () => {
  const text = await print('slo', 'review', '--month', '2026-10');
  expect(text).toMatch(/^2026-10 {3}Asia\/Tokyo {3}in progress 0\/1\n/);
  expect(text).toMatch(/in progress +shop +\S* ?-20% +-20% +– +99\.88% +99\.9% +1,000,000 +100%/);
  expect(text).toContain('  deploy shop 2.14.0');
  expect(text).toContain('1,000 (100%)');
  expect(text).toContain('unexplained: 200 (20%)');
  expect(text).toContain('[ ] alert on disk space (engineer · act-7k3f9q2m)');
  expect(text).toContain('Still to do from earlier months:');
  expect(text).toMatch(/Next: sekisho slo review-decide shop --month 2026-10 --decision "…"\n$/);
  expect(text).not.toContain('\u001b');
}, 60_000);

it('prints a document for a wiki, in either language, and the answer as it is for programs', async () => {
  const text = await print('slo', 'review', '--markdown', '--lang', 'ja');
  expect(text).toMatch(/^# SLO 月次レビュー 2026-10\n/);
  expect(text).toContain('| デプロイ: shop 2.14.0');
  expect(text).not.toContain('\u001b');
  expect(JSON.parse(await print('slo', 'review', '--json'))).toMatchObject({ month: '2026-10' });
}, 60_000);
