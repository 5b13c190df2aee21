import type { ReviewState, SloReview } from '@sekisho/contract';

/** The review of one SLO for one month, as it is stored; none before it began. */
export interface ReviewRow {
  readonly month: string;
  readonly slo: string;
  readonly service: string;
  readonly state: Exclude<ReviewState, 'not-started'>;
  readonly started_at: Date;
  readonly started_by: string;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly decision: string | null;
  /** What was known when it was decided. */
  readonly basis: Basis | null;
}

export type Basis = NonNullable<SloReview['decision']>['basis'];

/** Something to be done. */
export interface ActionRow {
  readonly id: string;
  /** Order in which they were asked for. */
  readonly number: number;
  readonly month: string;
  readonly slo: string;
  readonly service: string;
  readonly what: string;
  readonly owner: string | null;
  readonly due_at: Date | null;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly done_at: Date | null;
  readonly done_by: string | null;
}
