import type { PromqlWhy, ValueType } from '../promql/index.ts';

type Nothing = Record<never, never>;

/** Facts of what may be wrong with specs of Sloth, with alert windows, and with rules made of them. */
export interface SlothFacts {
  readonly 'not-sloth': { value: string; known: readonly string[] };
  readonly 'sloth-name': { value: string };
  readonly 'same-slo': { value: string; first: string };
  readonly 'no-sli': { known: readonly string[] };
  readonly 'several-slis': { found: readonly string[] };
  readonly 'same-queries': Nothing;
  readonly 'no-window-variable': Nothing;
  readonly 'strange-template': { value: string };
  readonly 'query-unbalanced': { value: string };
  readonly 'query-ends-in-comment': Nothing;
  /** The query, split where Prometheus stops reading it. */
  readonly promql: { fault: PromqlWhy; before: string; after: string };
  readonly 'promql-result': { found: ValueType };
  readonly 'label-name': { value: string };
  readonly 'sli-plugin': { value: string };
  readonly 'slo-plugin': { value: string; known: readonly string[] };
  readonly 'empty-chain': Nothing;
  readonly 'openslo-source': { value: string };
  readonly 'openslo-threshold': Nothing;
  readonly 'openslo-window': { value: string };
  readonly 'not-windows': { value: string };
  readonly 'prometheus-duration': { value: string };
  readonly 'window-too-long': { value: string; limit: string };
  readonly 'period-too-short': { value: string; minimum: string };
  readonly 'period-without-windows': { value: string; known: readonly string[] };
  readonly 'several-periods': { known: readonly string[] };
  /** The threshold is `factor` × the budget, as a ratio; the objective is in percent. */
  readonly 'dead-tier': {
    slo: string;
    tier: TierName;
    factor: number;
    budget: number;
    threshold: number;
    needed: number;
  };
  readonly 'slow-below-one': { period: string; factor: number };
  readonly 'no-rules': Nothing;
  readonly 'raw-not-exact': { slo: string };
}

export type TierName = 'page-quick' | 'page-slow' | 'ticket-quick' | 'ticket-slow';
