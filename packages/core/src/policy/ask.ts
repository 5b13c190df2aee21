import type { BudgetsNow, PersonConfig } from '@sekisho/config';
import type { LeaseKindName } from '@sekisho/contract';

/** Where something is lent: an environment, or an account that has none. */
export interface Place {
  /** What people call it; leases bear it. */
  readonly name: string;
  /** Every name by which a rule may mean it. */
  readonly names: readonly string[];
  readonly production: boolean;
  /** Longest lease there in seconds, whatever a rule says. */
  readonly maximumSeconds: number;
}

/** What someone would like to have. */
export interface Ask {
  readonly person: PersonConfig;
  readonly kind: LeaseKindName;
  readonly place: Place;
  readonly seconds: number;
  readonly reason: string;
  readonly ticket: string | null;
  /** Instance type; empty for other kinds. */
  readonly size: string;
  /** Name of the permission set; empty for other kinds. */
  readonly permissionSet: string;
  /** The job that asks; absent where a person does. */
  readonly job?: AskingJob;
}

/** A job, as rules see it. */
export interface AskingJob {
  /** As `ci` names it. */
  readonly repository: string;
  readonly purpose: string;
  /** Whether the person of the ask is one of the roster, who started it. */
  readonly known: boolean;
  readonly ref: string;
  readonly event: string;
  readonly actor: string;
  readonly destroys: number;
  readonly replaces: number;
  readonly dangers: number;
}

/** When an ask is judged, and how the error budgets stand then. */
export interface Moment {
  readonly now: Date;
  readonly budgets: BudgetsNow;
}
