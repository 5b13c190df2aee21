import { loadConfig, type SloConfig } from '@sekisho/config';
import { minuteOf, type Span } from '@sekisho/objectives/minutes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { practiceSeed as house } from '../../../../../test/support/practice-seed.ts';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, turnableClock } from '../../../../../test/support/world.ts';
import { clearDatabase } from '../../../test/clear-database.ts';
import type { Database } from '../../platform/database/database.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { SourceAdapters } from '../ingest/index.ts';
import { contribute, partsOf, seriesOf } from '../minutes/index.ts';
import { SourceError } from '../ports.ts';

/* Previews of indicators that are asked of a source, which is not a log file. */

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearDatabase(database));

const start = '2026-11-02T12:00:00Z';
const now = minuteOf(Date.parse(start));
const file = 'services/shop.yaml';

const sources = `
apiVersion: openslo/v1
kind: DataSource
metadata: { name: prom }
spec: { type: prometheus, connectionDetails: { url: 'http://127.0.0.1:9', lateness: 2m } }
---
apiVersion: openslo/v1
kind: DataSource
metadata: { name: app }
spec: { type: push, connectionDetails: { lateness: 5m } }
---
apiVersion: openslo/v1
kind: Service
metadata: { name: shop, annotations: { sekisho.dev/owners: 'group:engineers' } }
spec: {}
---
apiVersion: openslo/v1
kind: Service
metadata: { name: cart, annotations: { sekisho.dev/owners: 'group:engineers' } }
spec: {}
`;

const query = (source: string, text: string, beside = '') =>
  `{ metricSource: { metricSourceRef: ${source}, spec: { query: '${text}'${beside} } } }`;
const ratio = (job: string, beside = '') => `ratioMetric:
            counter: true
            total: ${query('prom', `http_requests_total{job="${job}"}`, beside)}
            bad: ${query('prom', `http_requests_total{job="${job}",code="500"}`)}`;
const pushed = (service: string) => `ratioMetric:
            rawType: success
            raw: { metricSource: { metricSourceRef: app, spec: { service: ${service} } } }`;

const slo = (name: string, metrics: readonly string[], target = '0.99') => `
apiVersion: openslo/v1
kind: SLO
metadata: { name: ${name} }
spec:
  service: shop
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
${metrics
  .map(
    (metric, at) => `    - target: ${target}
      indicator:
        metadata: { name: part-${at} }
        spec:
          ${metric}
`,
  )
  .join('')}`;

/** A world in which each SLO over `prom` or `app` has an hour of minutes, and `prom` can be asked. */
async function scene(text: string, fails: (span: Span) => Error | null = () => null) {
  const files = [
    { file, text },
    { file: 'services/sources.yaml', text: sources },
  ];
  const asked: Span[] = [];
  let open = 0;
  const config = loadConfig(house, 'sekisho.yaml', files);
  const adapters = {
    sourceForPreview: ({ indicator }: SloConfig) => {
      open += 1;
      const isEmpty = JSON.stringify(indicator).includes('typo');
      const clientErrors = JSON.stringify(indicator).includes('clientErrors') ? 3 : 0;
      return {
        close: () => (open -= 1),
        read: async (span: Span) => {
          asked.push(span);
          const failure = fails(span);
          if (failure !== null) throw failure;
          return Array.from({ length: isEmpty ? 0 : span.to - span.from }, (_, at) => ({
            ...minute(span.from + at, 10),
            clientErrors,
          }));
        },
      };
    },
  } as Partial<SourceAdapters> as SourceAdapters;
  const world = await createWorld({
    ...{ database, config, clock: turnableClock(start), sources: adapters },
    definitions: { config: house, files },
  });
  for (const part of config.slos.flatMap(partsOf)) {
    const { source } = part.indicator;
    const span = { from: now - 60, to: now };
    const origin = { series: seriesOf(part), source, segment: 'a', extent: 1 };
    const minutes = Array.from({ length: 60 }, (_, at) => minute(span.from + at, 5));
    await transactAsSystem(world.core.house, (tx) =>
      contribute(tx, { ...origin, day: Math.floor(span.from / 1440), covers: [span], minutes }),
    );
  }
  const preview = async (draft: string, who = 'sre', ask = true) =>
    (await world.as(who, 'slo.preview', { file, text: draft, ask })).slos[0];
  return { asked, preview, open: () => open };
}

const minute = (at: number, bad: number) => ({
  ...{ minute: at, good: 100 - bad, bad, excluded: 0, clientErrors: 0, measured: 60_000 },
});

/* What was asked is kept a while: each test asks for a job of its own. */
describe('previews that ask a source', () => {
  it('ask nothing when only the objective is changed', async () => {
    const { asked, preview } = await scene(slo('a', [ratio('shop')]));
    expect(await preview(slo('a', [ratio('shop')], '0.95'))).toMatchObject({
      ...{ basis: 'counted', asked: null, trouble: null, instead: false },
      shown: { budget: { total: 5800, bad: 290 } },
    });
    expect(asked).toEqual([]);
  });

  it('wait for no source where nothing shall be asked', async () => {
    const { asked, preview } = await scene(slo('a', [ratio('shop')]));
    expect(await preview(slo('a', [ratio('cart')]), 'sre', false)).toMatchObject({
      ...{ basis: 'unasked', instead: false, shown: null },
    });
    expect(asked).toEqual([]);
  });

  it('ask for the last hours of a changed indicator, once, and say from when to when', async () => {
    const { asked, preview, open } = await scene(slo('a', [ratio('shop')]));
    const to = now - 2;
    expect(await preview(slo('a', [ratio('one')]))).toMatchObject({
      ...{ basis: 'asked', trouble: null },
      asked: { from: '2026-10-30T11:58:00Z', to: '2026-11-02T11:58:00Z' },
      shown: { to: '2026-11-02T11:58:00Z', budget: { total: 72 * 6000, sli: 0.9 } },
    });
    expect(asked[0]).toEqual({ from: to - 60, to });
    const questions = asked.length;
    await preview(slo('a', [ratio('one')], '0.98'));
    expect([asked.length, open()]).toEqual([questions, 0]);
  });

  it('ask anew where clients’ own errors are to be counted beside, and show how many', async () => {
    const { asked, preview } = await scene(slo('a', [ratio('shop')]));
    const before = await preview(slo('a', [ratio('shop')]));
    expect(before?.shown?.clients).toBeNull();
    expect(await preview(slo('a', [ratio('shop', ", clientErrors: 'clients'")]))).toMatchObject({
      ...{ basis: 'asked', shown: { clients: { errors: 72 * 180, requests: 72 * 6000 } } },
    });
    expect(asked.length).toBeGreaterThan(0);
  });

  it('tell a member nothing that was not counted, and ask nothing for one', async () => {
    const { asked, preview } = await scene(slo('a', [ratio('shop')]));
    expect(await preview(slo('a', [ratio('cart')]), 'engineer')).toMatchObject({
      ...{ basis: 'needs-sre', instead: true, shown: { budget: { bad: 290 } } },
    });
    expect(await preview(slo('new', [ratio('cart')]), 'engineer')).toMatchObject({
      ...{ basis: 'needs-sre', instead: false, shown: null },
    });
    expect(asked).toEqual([]);
  });

  it('show what a source gave before it failed, and why it gave no more', async () => {
    const { preview } = await scene(slo('a', [ratio('shop')]), ({ from }) =>
      from < now - 1000 ? new SourceError('unreachable', 'prom: connection refused') : null,
    );
    expect(await preview(slo('a', [ratio('half')]))).toMatchObject({
      ...{ basis: 'asked', asked: { from: '2026-11-02T05:58:00Z' } },
      trouble: { source: 'prom', code: 'unreachable', message: 'prom: connection refused' },
      shown: { budget: { total: 36_000 } },
    });
  });

  it('say why a source could not be asked, and ask it again the next time', async () => {
    const denied = new SourceError('denied', 'prom answered 401');
    const { asked, preview } = await scene(slo('a', [ratio('shop')]), () => denied);
    const told = { basis: 'unreadable', trouble: { source: 'prom', code: 'denied' } };
    expect(await preview(slo('a', [ratio('denied')]))).toMatchObject({ ...told, instead: true });
    await preview(slo('a', [ratio('denied')]));
    expect(asked.length).toBe(2);
  });

  it('tell a query that finds nothing from a source without minutes', async () => {
    const { preview } = await scene(slo('a', [ratio('shop')]));
    expect(await preview(slo('a', [ratio('typo')]))).toMatchObject({
      ...{ basis: 'nothing-there', shown: null, asked: { to: '2026-11-02T11:58:00Z' } },
    });
  });

  it('show what is in force of a source that sends by itself', async () => {
    const { asked, preview } = await scene(slo('a', [pushed('shop')]));
    const changed = await preview(slo('a', [pushed('cart')], '0.95'));
    expect(changed).toMatchObject({
      ...{ basis: 'sent', instead: true, target: 95, shown: { budget: { bad: 275 } } },
    });
    expect(await preview(slo('new', [pushed('cart')]))).toMatchObject({
      ...{ basis: 'sent', instead: false, shown: null },
    });
    expect(asked).toEqual([]);
  });

  it('put parts that are asked beside those that were counted, over what all know', async () => {
    const { preview } = await scene(slo('a', [pushed('shop'), ratio('shop')]));
    const both = await preview(slo('a', [pushed('shop'), ratio('mixed')]));
    expect(both).toMatchObject({ basis: 'asked', shown: { to: '2026-11-02T11:55:00Z' } });
    // 5 in 100 of the one and 10 in 100 of the other, while both were measured.
    expect(both?.shown?.budget?.sli).toBeGreaterThan(0.9);
    expect(both?.shown?.budget?.sli).toBeLessThan(0.95);
  });
});
