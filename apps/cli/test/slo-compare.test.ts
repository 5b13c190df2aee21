import type { OutputOf } from '@sekisho/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { practiceAt, runCli } from './run-cli.ts';

const point = { at: '2026-11-02T00:00:00Z', coverage: 1, badHours: 0 };
const whole = { coverage: 1, asOf: null, usual: 0.002, threshold: 0.01, displayName: null };
const agreement = { episodes: 7, shown: 3, unclear: 0, share: 3 / 7, low: 0.13, high: 0.77 };
const shop: OutputOf<'slo.views'> = {
  ...{ service: 'shop', displayName: 'Shop\u001b[31m', bucketMinutes: 1440 },
  ...{ from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' },
  views: [
    {
      ...{ ...whole, view: 'beacon', slo: 'shop-users', source: 'shop-users', target: 0.99 },
      ...{ good: 9900, bad: 100, sli: 0.99, badHours: 3, standsFor: null },
      points: [{ ...point, good: 9900, bad: 100 }],
    },
    {
      ...{ ...whole, view: 'load-balancer', slo: 'shop', source: 'shop-alb', target: 0.999 },
      ...{ good: 9999, bad: 1, sli: 0.9999, badHours: 0 },
      standsFor: { view: 'beacon', shown: null, verdict: 'does-not' },
      points: [{ ...point, good: 9999, bad: 1 }],
    },
  ],
  pairs: [
    {
      ...{ near: 'beacon', far: 'load-balancer', verdict: 'does-not', because: ['misses'] },
      ...{ hours: 24, days: 1, badHours: { near: 3, far: 0, both: 0 }, strength: 0 },
      gap: {
        ...{ value: 0.0099, low: null, high: null },
        worst: [{ from: '2026-11-01T12:00:00Z', lost: 80, nearShare: 0.2, farShare: 0 }],
      },
      ...{ seen: agreement, meant: agreement, rank: { value: null, low: null, high: null } },
    },
  ],
};

const logs: OutputOf<'slo.sources'>[number] = {
  ...{ source: 'shop-alb', kind: 's3-logs', state: 'failing', latenessMinutes: 10 },
  ...{ asOf: '2026-11-02T00:00:00Z', behindMinutes: 90, succeededAt: '2026-11-02T00:00:00Z' },
  failure: { code: 'denied', message: 'AccessDenied\u0007', times: 3, nextAttemptAt: null },
  ...{ pending: 0, damaged: 0, lost: 0, backfillLeft: 0 },
  slos: [{ id: 'shop', coverage: 0.42 }],
  lines: {
    ...{ total: 1000, unparsed: 20 },
    reasons: [{ reason: 'time', lines: 20, shape: '9999-99-99 aaa' }],
  },
};

let server: FakeServer;
let env: Record<string, string>;
beforeAll(async () => {
  server = await startFakeServer({
    'slo.views': ({ service }) =>
      (service === 'shop' ? shop : { ...shop, views: [], pairs: [] }) as never,
    'slo.sources': ({ service }) => (service === 'none' ? [] : [logs]) as never,
  });
  env = { SEKISHO_DATA: practiceAt(server.url), TZ: 'UTC' };
});
afterAll(() => server.close());

describe('sekisho slo views', () => {
  it('sets the views side by side and gives the verdict in words', async () => {
    const { code, stdout } = await runCli(['slo', 'views', 'shop'], { env });
    expect(code).toBe(0);
    expect(stdout).not.toContain('\u001b[31m');
    expect(stdout).toMatch(/users \(beacon\) +shop-users +99% +99% +10,000 +100 +3 +100%/);
    expect(stdout).toContain('load balancer → users (beacon): does not');
    expect(stdout).toContain('Of 7 troubles of users (beacon), 3 showed at load balancer');
    expect(stdout).toContain('80 (users (beacon) 20%, load balancer 0%)');
    expect(stdout).toContain('is declared to stand in for users (beacon); now: does not.');
  }, 60_000);

  it('speaks Japanese, gives all of it as JSON, and says what to write where no view is told', async () => {
    const japanese = await runCli(['--lang', 'ja', 'slo', 'views', 'shop'], { env });
    expect(japanese.stdout).toContain('ロードバランサー → 利用者(ビーコン): 代わりにならない');
    const json = await runCli(['slo', 'views', 'shop', '--json'], { env });
    expect(JSON.parse(json.stdout)).toMatchObject({ pairs: [{ verdict: 'does-not' }] });
    const none = await runCli(['slo', 'views', 'search'], { env });
    expect(none.stdout).toContain('Add the annotation sekisho.dev/view');
  }, 60_000);
});

describe('sekisho slo sources', () => {
  it('tells what is wrong with a source, and what to do', async () => {
    const { code, stdout } = await runCli(['slo', 'sources'], { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/cannot be read +shop-alb .+ 42% +2% +shop/);
    expect(stdout).toContain('AccessDenied (denied, 3×)');
    expect(stdout).not.toContain('\u0007');
    expect(stdout).toContain('Look at the credentials');
    expect(stdout).toContain('20 × no time that is understood: 9999-99-99 aaa');
  }, 60_000);

  it('says where sources are declared when there are none', async () => {
    const { stdout } = await runCli(['slo', 'sources', '--service', 'none'], { env });
    expect(stdout).toContain('services/*.yaml');
  }, 60_000);
});
