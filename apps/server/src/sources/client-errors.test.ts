import { loadConfig } from '@sekisho/config';
import { clientShareJump } from '@sekisho/objectives/client-errors';
import { MinuteHistory } from '@sekisho/objectives/minutes';
import { expect, it, vi } from 'vitest';
import { type Asked, startAnswering } from '../../../../test/support/answering-server.ts';
import { practiceSeed as house } from '../../../../test/support/practice-seed.ts';
import { createSourceAdapters } from './adapters.ts';

vi.setConfig({ testTimeout: 60_000 });

const week = 7 * 1440;
const now = Date.UTC(2026, 10, 30, 10, 0) / 60_000;
/** When the signing key expired: since then nearly everyone is unauthenticated. */
const expired = now - 15;

const definition = (url: string) => `
apiVersion: openslo/v1
kind: DataSource
metadata: { name: prom }
spec: { type: prometheus, connectionDetails: { url: '${url}', lateness: 2m } }
---
apiVersion: openslo/v1
kind: Service
metadata: { name: shop, annotations: { sekisho.dev/owners: 'group:engineers' } }
spec: {}
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: shop-graphql }
spec:
  service: shop
  indicator:
    metadata: { name: shop-graphql }
    spec:
      ratioMetric:
        counter: true
        total:
          metricSource:
            metricSourceRef: prom
            spec:
              query: 'graphql_sli_events_total{job="shop",verdict!="excluded"}'
              clientErrors: 'graphql_sli_client_errors_total{job="shop"}'
        good:
          metricSource:
            metricSourceRef: prom
            spec: { query: 'graphql_sli_events_total{job="shop",verdict="good"}' }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.999 }]
`;

/** What counters of a plug-in show: two hundred good operations a minute, four of them clients' errors. */
function answer({ body }: Asked) {
  const form = new URLSearchParams(body);
  const [, selector = '', ms = ''] = /^(.*)\[(\d+)ms\]$/.exec(form.get('query') ?? '') ?? [];
  const to = Math.floor(Number(form.get('time')) / 60);
  const minutes = Array.from({ length: Number(ms) / 60_000 }, (_, ago) => to - ago).toReversed();
  const valueAt = (minute: number) =>
    selector.startsWith('graphql_sli_client')
      ? minute * 4 + Math.max(0, minute - expired) * 186
      : minute * 200;
  const values = minutes.map((minute) => [minute * 60, String(valueAt(minute))]);
  const result = [{ metric: { job: 'shop', instance: 'a:1' }, values }];
  return { body: { status: 'success', data: { resultType: 'matrix', result } } };
}

it('find an expired signing key in the counters of a Prometheus, as its SLO declares them', async () => {
  const server = await startAnswering(answer);
  const files = [{ file: 'services/shop.yaml', text: definition(server.url) }];
  const config = loadConfig(house, 'sekisho.yaml', files);
  const adapters = createSourceAdapters({
    ...{ config: () => config, now: () => now * 60_000, secret: () => undefined },
    ...{ awsEndpoint: null, logFolder: null, probeRecord: () => ({ results: async () => [] }) },
  });
  const [slo] = config.slos;
  const source = slo && adapters.minuteSource(slo, config.sources['prom']!);
  const history = new MinuteHistory();
  for (const weeks of [4, 3, 2, 1, 0]) {
    const to = now - weeks * week;
    for (const { minute, ...counts } of (await source?.read({ from: to - 60, to })) ?? [])
      history.add(minute, counts);
  }
  adapters.close();
  await server.close();
  expect(clientShareJump(history, expired)).toMatchObject({ finding: 'not-more', usual: 0.02 });
  expect(clientShareJump(history, now)).toMatchObject({
    finding: 'jumped',
    now: { requests: 2000, clientErrors: 1900 },
  });
  expect(history.sum({ from: now - 60, to: now }).bad).toBe(0);
});
