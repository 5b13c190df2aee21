import { expect, it } from 'vitest';
import { changeText, convertOpenslo, readDefinitions } from '../index.ts';

it('reads the specs of Sloth, naming its alerts as lost in both languages', () => {
  const text = `version: prometheus/v1
service: shop
slos:
  - name: ok
    objective: 99.9
    nonsense: 1
    sli: { events: { error_query: "e[{{.window}}]", total_query: "t[{{.window}}]" } }
    alerting: { name: Shop, ticket_alert: { disable: true } }
`;
  const file = readDefinitions(new TextEncoder().encode(text), 'slo.yaml');
  const { documents } = convertOpenslo(file.documents, 'openslo/v1');
  const { changes } = file;
  expect(documents).toMatchObject([
    {
      metadata: { name: 'ok' },
      spec: {
        service: 'shop',
        timeWindow: [{ duration: '30d', isRolling: true }],
        indicator: {
          spec: { ratioMetric: { bad: { metricSource: { spec: { query: 'e[{{.window}}]' } } } } },
        },
        objectives: [{ targetPercent: 99.9 }],
      },
    },
  ]);
  expect(changes.map(({ facts }) => facts)).toEqual(
    expect.arrayContaining([
      { what: 'nonsense', to: 'openslo/v1' },
      { what: 'alerting.page_alert', to: 'openslo/v1' },
      { template: '{{.window}}' },
    ]),
  );
  const [first] = changes;
  expect(first && changeText(first, 'ja')).toContain('を書く場所がありません。省きました。');
});

it('gives names that OpenSLO takes, and says what became of those of Sloth', () => {
  const slo = (name: string) => `  - name: ${name}
    objective: 99.9
    labels: { Team.a: 1e7, é: x }
    sli: { raw: { error_ratio_query: "e[{{.window}}]" } }
    alerting: { page_alert: { disable: true }, ticket_alert: { disable: true } }
`;
  const text = `version: prometheus/v1\nservice: shop\nslos:\n${slo('Api.Fast_1')}${slo('api-fast-1')}`;
  const file = readDefinitions(new TextEncoder().encode(text), 'slo.yaml');
  expect(file.problems).toEqual([]);
  expect(file.documents.map(({ metadata }) => metadata)).toEqual([
    { name: 'api-fast-1', displayName: 'Api.Fast_1', labels: { 'Team.a': '1e+07' } },
    { name: 'shop-api-fast-1', displayName: 'api-fast-1', labels: { 'Team.a': '1e+07' } },
  ]);
  expect(file.changes.map(({ facts }) => facts)).toEqual(
    expect.arrayContaining([
      { from: 'name: Api.Fast_1', as: 'api-fast-1', to: 'openslo/v1' },
      { what: 'labels["é"]', to: 'openslo/v1' },
    ]),
  );
});
