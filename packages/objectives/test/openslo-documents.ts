export type Data = Record<string, unknown>;

export const good = { metricSource: { type: 'Prometheus', spec: { query: 'a' } } };
export const ratioMetric = { good, total: good };

/** A sound SLO of v1 with some of its spec replaced. */
export function sloWith(spec: Data): Data {
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name: 'shop' },
    spec: {
      service: 'shop',
      indicator: { metadata: { name: 'shop' }, spec: { ratioMetric } },
      timeWindow: [{ duration: '28d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ target: 0.99 }],
      ...spec,
    },
  };
}

export const objectOf = (kind: string, name: string, spec: Data): Data => ({
  apiVersion: 'openslo/v1',
  kind,
  metadata: { name },
  spec,
});

export const withObjective = (objective: Data, spec: Data = {}) =>
  sloWith({ ...spec, objectives: [objective] });
export const withWindow = (...timeWindow: Data[]) => sloWith({ timeWindow });
export const calendar = { startTime: '2026-01-01 00:00:00', timeZone: 'Asia/Tokyo' };
