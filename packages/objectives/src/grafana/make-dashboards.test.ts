import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkRules, withoutPromtool } from '../../test/promtool.ts';
import { bytes, made, rulesOf, specOf } from '../rules/sample-rules.ts';
import { readSloth } from '../sloth/index.ts';
import { makeDashboards } from './make-dashboards.ts';

const plain = { dialect: 'sloth', period: null, windows: [] } as const;

function dashboardsOf(spec: string, options: Partial<Parameters<typeof makeDashboards>[1]> = {}) {
  const { documents, problems } = readSloth(bytes(spec), 'slos.yml');
  expect(problems).toEqual([]);
  return makeDashboards(documents, { ...plain, ...options });
}

function dashboardOf(spec: string, options: Partial<Parameters<typeof makeDashboards>[1]> = {}) {
  const { dashboards, problems } = dashboardsOf(spec, options);
  expect(problems).toEqual([]);
  const [one] = dashboards;
  if (one === undefined) throw new Error('there is no dashboard');
  return one.dashboard;
}

const exprsOf = ({ panels }: ReturnType<typeof dashboardOf>) =>
  panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

describe('a dashboard of an SLO', () => {
  // Facts of grafana/grafana, kinds/dashboard/dashboard_kind.cue, written anew.
  it('is what Grafana’s schema asks for', () => {
    const dashboard = dashboardOf(specOf(99.9));
    expect(dashboard).toMatchObject({
      ...{ id: null, uid: 'slo-shop-checkout', title: 'SLO shop / checkout', schemaVersion: 36 },
      time: { from: 'now-30d', to: 'now' },
      templating: { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus' }] },
    });
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { gridPos, fieldConfig, targets, title, type } of panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      expect(Math.min(gridPos.w, gridPos.h)).toBeGreaterThan(0);
      expect(title).not.toBe('');
      expect(['stat', 'timeseries', 'state-timeline']).toContain(type);
      const { steps } = fieldConfig.defaults.thresholds as { steps: { value: number | null }[] };
      const [first, ...others] = steps.map(({ value }) => value);
      expect(first).toBeNull();
      expect(others).toEqual(others.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
      expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
    }
    for (const [index, { gridPos: a }] of panels.entries()) {
      for (const { gridPos: b } of panels.slice(index + 1)) {
        const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('names no data source of its own: the reader chooses', () => {
    const dashboard = dashboardOf(specOf(99.9));
    const sources: unknown[] = [];
    JSON.stringify(dashboard, (key, value: unknown) => {
      if (key === 'datasource') sources.push(value);
      return value;
    });
    expect(sources.length).toBeGreaterThan(dashboard.panels.length);
    for (const source of sources)
      expect(source).toEqual({ type: 'prometheus', uid: '${datasource}' });
  });

  it('asks only for series that the rules record, whatever the period', () => {
    for (const period of ['30d', '28d', '7d'].map(
      (text) => Number.parseInt(text, 10) * 86_400_000,
    )) {
      const recorded = rulesOf(specOf(99), { period }).flatMap((rule) =>
        'record' in rule ? [rule.record] : [],
      );
      const asked = exprsOf(dashboardOf(specOf(99), { period })).flatMap(
        (expr) => expr.match(/slo:[\w:]+/g) ?? [],
      );
      expect(asked.length).toBeGreaterThan(8);
      for (const name of asked) expect(recorded).toContain(name);
    }
  });

  it('draws the thresholds at which the alerts of the same rules fire', () => {
    const dashboard = dashboardOf(specOf(99.9));
    const factors = dashboard.panels
      .filter(({ title }) => title.includes('burn ('))
      .map(({ fieldConfig }) => {
        const { steps } = fieldConfig.defaults.thresholds as { steps: { value: number }[] };
        return steps.at(-1)?.value;
      });
    const { documents } = made(specOf(99.9));
    const alerts = JSON.stringify(documents).match(/> \((\d[\d.]*) \*/g) ?? [];
    const fired = new Set(alerts.map((text) => Number.parseFloat(text.slice(3))));
    expect(new Set(factors)).toEqual(fired);
  });

  it('has a uid that stays, and fits, whatever the SLO is called', () => {
    const long = specOf(99).replace('name: checkout', `name: ${'checkout-'.repeat(6)}a`);
    const { uid } = dashboardOf(long);
    expect(uid).toMatch(/^slo-[0-9a-f]{32}$/);
    expect(dashboardOf(long.replace('objective: 99', 'objective: 95')).uid).toBe(uid);
    const dots = specOf(99).replace('name: checkout', 'name: check.out');
    expect(dashboardOf(dots).uid).toMatch(/^slo-[0-9a-f]{32}$/);
  });

  it('says what keeps it from being made', () => {
    const { problems } = dashboardsOf(specOf(99), { period: 86_400_000 });
    expect(problems.map(({ code }) => code)).toEqual(['period-too-short']);
  });

  it.skipIf(withoutPromtool)(
    'asks in PromQL that promtool parses (skipped without promtool)',
    () => {
      for (const objective of [99.9, 50, 99.999]) {
        const exprs = exprsOf(dashboardOf(specOf(objective), { dialect: 'exact' }));
        const rules = exprs.map((expr, index) => ({ record: `panel:${index}:expr`, expr }));
        expect(checkRules(stringify({ groups: [{ name: 'panels', rules }] }))).toBe('');
      }
    },
  );
});
