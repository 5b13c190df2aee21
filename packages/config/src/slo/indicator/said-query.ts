import type { DocumentOf } from '@sekisho/objectives/openslo';
import type { Metrics, Part } from './metrics.ts';

export type Spec = Readonly<Record<string, unknown>>;
export type Objective = Partial<DocumentOf<'SLO'>['spec']['objectives'][number]>;

/** A query as it was said, each spec checked. */
export interface SaidQuery {
  readonly form: Metrics['form'];
  readonly specs: Readonly<Partial<Record<Part['name'], Spec>>>;
  readonly rawType: Metrics['rawType'];
  /** Where the objective's value stands: good is at most that, or at least. */
  readonly bound: { readonly atMost: number } | { readonly atLeast: number } | null;
}
