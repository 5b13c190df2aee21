import type { SaidQuery, Spec } from './said-query.ts';

/**
 * A query of Prometheus as `PrometheusSli` of `@sekisho/prometheus` declares it; null when what was
 * said makes none.
 */
export function prometheusQuery(said: SaidQuery): Spec | null {
  const { form, specs, rawType, bound } = said;
  const query = (spec: Spec | undefined) => (typeof spec?.query === 'string' ? spec.query : null);
  if (form === 'counted') {
    const good = query(specs.good);
    const part = good === null ? { bad: query(specs.bad) } : { good };
    const { clientErrors } = specs.total ?? {};
    const beside = clientErrors === undefined ? {} : { clientErrors };
    return { kind: 'counters', total: query(specs.total), ...part, ...beside };
  }
  if (form === 'raw') {
    return { kind: 'ratio', gauge: query(specs.raw), of: rawType === 'failure' ? 'bad' : 'good' };
  }
  const { histogram, form: layout } = specs.threshold ?? {};
  const gauge = query(specs.threshold);
  if (bound === null || (histogram === undefined) === (gauge === null)) return null;
  if (gauge !== null) return layout === undefined ? { kind: 'samples', gauge, ...bound } : null;
  return 'atMost' in bound
    ? { kind: 'latency', histogram, form: layout ?? 'classic', ...bound }
    : null;
}
