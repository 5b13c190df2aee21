import type { BudgetState } from '../budget/index.ts';
import type { ShareJump } from '../client-errors/share-jump.ts';
import type { Minute } from '../minutes/index.ts';
import type { GuardReading } from './guard.ts';

/** One condition with the arithmetic behind it. Alerts are told apart by `key`. */
export type Reading =
  | BurnReading
  | SpentReading
  | DropReading
  | NoDataReading
  | ClientErrorsReading;

interface Told {
  readonly key: string;
  readonly severity: 'page' | 'ticket';
  readonly holds: boolean;
}

/** What one of a tier's windows held. */
export interface WindowReading {
  readonly minutes: number;
  readonly bad: number;
  readonly total: number;
  /** Null when nothing happened in it. */
  readonly burn: number | null;
}

export interface BurnReading extends Told {
  readonly kind: 'burn';
  readonly tier: string;
  readonly factor: number;
  /** Share of errors at which the tier fires: factor × error budget. */
  readonly threshold: number;
  readonly long: WindowReading;
  readonly short: WindowReading;
  /** Judged only where both windows burn too fast. */
  readonly guard: GuardReading | null;
  readonly why:
    | 'fires'
    | 'no-traffic'
    | 'slow-enough'
    | 'over-already'
    | 'small-share'
    | 'not-significant';
}

export interface SpentReading extends Told {
  readonly kind: 'budget-spent';
  readonly spentShare: number;
  readonly at: number;
}

export interface DropReading extends Told {
  readonly kind: 'budget-drop';
  readonly droppedShare: number;
  readonly at: number;
  readonly minutes: number;
}

export interface NoDataReading extends Told {
  readonly kind: 'no-data';
  /** Share of the last `minutes` that was measured; null when corrections took them all out. */
  readonly coverage: number | null;
  readonly below: number;
  readonly minutes: number;
}

/** A jump in clients' own errors, which spend no budget. Judged by whoever has weeks of minutes. */
export interface ClientErrorsReading extends Told {
  readonly kind: 'client-errors';
  /** Null where there were too few of them to look at past weeks. */
  readonly jump: ShareJump | null;
}

/** All that an SLO's alerts are judged by at one moment. */
export interface Evaluation {
  readonly at: Minute;
  /** Whether the budget stands still for want of data: burn and budget alerts then neither fire nor resolve. */
  readonly frozen: boolean;
  /** Null when no target is in force yet. */
  readonly budget: BudgetState | null;
  readonly readings: readonly Reading[];
}
