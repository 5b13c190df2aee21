import type { CorrectionState, ProposalState, Side } from '@sekisho/contract';
import type { Once, Recurring } from '@sekisho/objectives/corrections';
import type { Minute } from '@sekisho/objectives/minutes';

/** Somebody agreed. The side is settled when the last one agreed. */
export interface Given {
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
  readonly side: Side | null;
}

/** A target that somebody would like; targets are shares here. */
export interface TargetWish {
  readonly target: number;
  /** The one that was in force then. */
  readonly before: number;
  /** ISO 8601; null: as soon as it is agreed. */
  readonly from: string | null;
}

/** Minutes that somebody would like not to count. */
export interface CorrectionWish {
  readonly when: Once | Recurring;
  readonly retroactive: boolean;
}

interface Common {
  readonly id: string;
  /** Order in which they were asked for. */
  readonly number: number;
  readonly service: string;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly lapses_at: Date;
  readonly agreements: readonly Given[];
  readonly agreed_at: Date | null;
  readonly ended_at: Date | null;
  readonly ended_by: string | null;
  readonly end_reason: string | null;
  readonly changed_at: Date;
  readonly revision: number;
}

export interface ProposalRow extends Common {
  readonly kind: 'target';
  readonly state: ProposalState;
  /** Just one. */
  readonly slos: readonly string[];
  readonly wish: TargetWish;
  /** From when it is in force; null until it is agreed. */
  readonly in_force_minute: Minute | null;
}

export interface CorrectionRow extends Common {
  readonly kind: 'correction';
  readonly state: CorrectionState;
  /** Null: every one of the service. */
  readonly slos: readonly string[] | null;
  readonly wish: CorrectionWish;
  /** What comes at or after it counts again; null while nobody ended it. */
  readonly counts_until_minute: Minute | null;
}

export type AgreementRow = ProposalRow | CorrectionRow;
export type Wish = TargetWish | CorrectionWish;
