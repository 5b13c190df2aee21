import type { SloPage, SloSummary, TierReading } from '@sekisho/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { practiceAt, runCli } from './run-cli.ts';

const slo = (more: Partial<SloSummary>): SloSummary => ({
  ...{ id: 'checkout', displayName: null, service: 'shop', target: 0.999, shadow: false },
  window: { kind: 'rolling', minutes: 43_200, unit: null, count: 1, timeZone: null },
  ...{ state: 'well', flags: [], asOf: '2026-11-02T00:00:00Z', sli: 0.99961, burn: 0.4 },
  ...{ remainingShare: 0.61, rawRemainingShare: 0.61, coverage: 1, correctedMinutes: 0 },
  ...{ openPages: 0, ...more },
});

const tier: TierReading = {
  ...{ tier: 'page-quick', severity: 'page', factor: 14.4, threshold: 0.0144 },
  long: { minutes: 60, bad: 120, total: 3000, ratio: 0.04, burn: 40 },
  short: { minutes: 5, bad: 2, total: 3, ratio: 0.667, burn: 667 },
  guard: {
    ...{ bad: 2, total: 3, budgetShare: 0.001, shareNeeded: 0.02, chance: 0.02, alpha: 0.01 },
    holds: false,
  },
  verdict: 'not-significant',
};

const page: SloPage = {
  ...{ id: 'page-7k3f9q2m', slo: 'checkout', displayName: null, service: 'shop' },
  ...{ key: 'burn-page', severity: 'page', firedAt: '2026-11-02T00:43:00Z', resolvedAt: null },
  ...{ acknowledgedAt: null, acknowledgedBy: null, incident: null, untold: null, refired: 0 },
  why: {
    ...{ kind: 'burn', burn: { ...tier, verdict: 'fires' }, spent: null, drop: null },
    ...{ noData: null, clients: null, budget: null, beganAt: '2026-11-02T00:40:00Z' },
    ...{ spentAt: null, resetsAt: null, clearsBy: null },
  },
  changed: [
    {
      ...{ number: 9, at: '2026-11-02T00:37:00Z', action: 'ops.start', outcome: 'done' },
      actor: { id: 'engineer', kind: 'person', assurance: 'oidc', authenticatedAt: '' },
      ...{ subject: null, environment: 'production', service: null, lease: 'ops-00000001' },
      ...{ data: {}, relation: 'environment', minutesBefore: 3 },
    },
  ],
  revision: 1,
};

const month = { kind: 'calendar', minutes: null, unit: 'month', count: 1, timeZone: 'Asia/Tokyo' };
let server: FakeServer;
let env: Record<string, string>;
beforeAll(async () => {
  server = await startFakeServer({
    'slo.list': ({ filter }) =>
      (filter === 'spent'
        ? []
        : [
            slo({ state: 'firing', remainingShare: -0.124, id: 'search\u001b[31m' }),
            slo({ window: month as SloSummary['window'] }),
            slo({ id: 'new', state: 'waiting', remainingShare: null, sli: null, burn: null }),
          ]) as never,
    'slo.burn': () =>
      ({
        ...{ id: 'checkout', displayName: null, service: 'shop', target: 0.999 },
        ...{ asOf: '2026-11-02T00:43:00Z', windowMinutes: 43_200 },
        tiers: [
          { ...tier, firesInMinutes: null },
          { ...tier, tier: 'page-slow', guard: null, verdict: 'slow-enough', firesInMinutes: 12 },
        ],
      }) as never,
    'slo.show': () =>
      ({
        ...slo({ id: 'shop' }),
        ...{ description: null, method: 'occurrences', missing: 'exclude', source: 'alb' },
        ...{ sliceMinutes: null, sliceTarget: null, fileDiffers: { file: 0.99, agreed: 0.995 } },
        ...{ sourceHealth: null, file: 'services/shop.yaml', line: 3, budget: null, raw: null },
        ...{ tiers: [], outlook: null, targets: [], corrections: [], pages: [], alertsFrom: null },
        parts: [
          {
            ...{ name: 'search', weight: 1, source: 'alb', sli: 0.99, errorShare: 0.25 },
            ...{ total: 4000, bad: 40, burn: 2, budgetShare: 0.5, coverage: 1 },
          },
          {
            ...{ name: 'pay', weight: 3, source: 'gql', sli: null, errorShare: 0 },
            ...{ total: 0, bad: 0, burn: null, budgetShare: 0, coverage: 0 },
          },
        ],
      }) as never,
    'slo.pages': ({ open }) => (open === true ? [] : [page]) as never,
    'slo.history': () =>
      ({
        ...{ id: 'checkout', from: '2026-11-01T00:00:00Z', to: '2026-11-03T00:00:00Z' },
        ...{ bucketMinutes: 60, targets: [], corrections: [], pages: [] },
        points: Array.from({ length: 48 }, (_, at) => ({
          ...{ at: '2026-11-02T00:00:00Z', good: 10, bad: at === 0 ? 7 : 0, excluded: 0 },
          ...{ clientErrors: 0, coverage: 1, remainingShare: 1 - at / 48 },
          rawRemainingShare: 1,
        })),
      }) as never,
  });
  env = { SEKISHO_DATA: practiceAt(server.url), TZ: 'UTC' };
});
afterAll(() => server.close());

const print = async (...args: readonly string[]) => (await runCli(args, { env })).stdout;

describe('SLOs in a terminal', () => {
  it('are one a line, with what is left of their budget as a bar', async () => {
    const text = await print('slo', 'list');
    const [head, search, checkout, fresh, next] = text.split('\n');
    expect(head).toMatch(/^STATE +SLO +BUDGET LEFT +BURN +SLI +TARGET +MEASURED +WINDOW$/);
    expect(search).toMatch(/^firing +search\S* +\.{6} +-12% +0\.4× +99\.961% +99\.9% +100% +30d$/);
    expect(search).not.toContain('\u001b');
    expect(checkout).toMatch(/^well +checkout +####\.\. +61% .* month \(Asi/);
    expect(fresh).toMatch(/^waiting +new +– +– +– +99\.9%/);
    expect(next).toMatch(/^Next: sekisho slo show search/);
    expect(await print('--lang', 'ja', 'slo', '一覧')).toMatch(/^状態 +SLO +バジェットの残り/);
  }, 60_000);

  it('say where to put them when there is none that fits', async () => {
    expect(await print('slo', 'list', '--filter', 'spent')).toMatch(/^No SLO fits.*services/);
    expect(await print('slo', 'pages', '--open')).toMatch(/^No alert has fired\.\n/);
  }, 60_000);

  it('show what a composite is weighed of, and whose doing its errors are', async () => {
    const text = await print('slo', 'show', 'shop');
    expect(text).toMatch(/^SLI +99/m);
    expect(text).toMatch(/^failed +Nothing was judged yet/m);
    expect(text).toMatch(/^declared in +\S+:\d+$/m);
    expect(text).toMatch(/^PART +WEIGHT +BAD +SLI +BURN +OF BUDGET +OF SPENT +MEASURED +SOURCE$/m);
    expect(text).toMatch(/^search +1 +40\/4,000 +99% +2× +50% +25% +100% +alb$/m);
    expect(text).toMatch(/^pay +3 +0\/0 +– +– +0% +0% +0% +gql$/m);
  }, 60_000);

  it('say what to do when the file says another target than was agreed', async () => {
    const text = (await print('slo', 'show', 'shop')).replaceAll(/\s+/g, ' ');
    expect(text).toContain('The file says 99%, agreed is 99.5%, and what was agreed holds.');
    expect(text).toContain('Change the file to 99.5%, or propose 99%: sekisho slo propose shop');
  }, 60_000);

  it('show each window, when it would page, and why one stays silent', async () => {
    const text = await print('slo', 'burn', 'checkout');
    expect(text).toMatch(/page-quick +1h: 120\/3,000 40× +5m: 2\/3 667× +14× +not significant/);
    expect(text).toMatch(/page-slow .* FIRES IN 12m/);
    expect(text).toContain('page-quick: 2 of 3 failed; by chance that happens once in 50.');
  }, 60_000);

  it('show a page with its arithmetic and what changed', async () => {
    const text = await print('slo', 'pages');
    expect(text).toContain(
      '120 of 3,000 failed in 1 h (4%): the budget burned 40 times as fast as it lasts',
    );
    expect(text).toMatch(/ops\.start .* 3m +engineer +ops-00000001/);
    expect(text).toMatch(/Next: sekisho slo acknowledge page-7k3f9q2m\n$/);
    const ja = await print('--lang', 'ja', 'slo', 'pages');
    expect(ja).toContain('1 時間のあいだに 3,000 件中 120 件（4%）が失敗しました');
  }, 60_000);

  it('add neighbouring points of a history up to a screen of lines', async () => {
    const lines = (await print('slo', 'history', 'checkout')).split('\n');
    expect(lines[0]).toBe('checkout   2h');
    expect(lines.filter((line) => line.includes('100%'))).toHaveLength(24);
    expect(lines[2]).toMatch(/98% +20 +7 +100%$/);
  }, 60_000);
});
