import type { LeaseKindName, MissingPiece, Step } from '@sekisho/contract';
import type { CloudError, CloudFailure } from '../platform/cloud-error.ts';
import type { Tx } from '../platform/context.ts';
import type { LeaseRow, TargetRow } from './row.ts';

/** What was seen of a target. */
export interface Observation {
  /** `pending`: on its way; `broken`: will not become ready by waiting. */
  readonly status: 'absent' | 'pending' | 'ready' | 'broken';
  readonly step: Step;
  readonly missing: MissingPiece | null;
  /** The cloud's own words, when there are any. */
  readonly detail: string | null;
  /** Id of the thing in the world, when there is one. */
  readonly resource: string | null;
  /** Whether AWS shows anything of it now, where the status waits before it believes that; the status tells without it. */
  readonly there?: boolean;
  /** When someone last used it, as far as can be seen; null when nobody looked. */
  readonly usedAt: Date | null;
}

/**
 * What a kind keeps of a target between looks; survives crashes once remembered. `pending: {at}` says that a
 * change is under way since then (ISO 8601), for which others of its serial key wait; `failedAt` that the last
 * one failed then, so that others have their turn first.
 */
export type Memo = Readonly<Record<string, unknown>>;

/** What a change may use. */
export interface Control {
  readonly now: () => Date;
  readonly memo: Memo;
  /** To be awaited right before every call that changes the world. Errors: throws when the claim was lost. */
  guard(): Promise<void>;
  /** Stores the memo before the world is changed. Errors: throws when the claim was lost. */
  remember(patch: Memo): Promise<void>;
}

/**
 * One kind of thing that can be lent. `Desired` is what its target should be like;
 * `Seen` is an observation with whatever the kind needs to compare.
 */
export interface LeaseKind<Desired = unknown, Seen extends Observation = Observation> {
  readonly name: LeaseKindName;
  /** Seconds after which making the thing is given up. */
  readonly giveUpSeconds: number;
  /** Seconds from grant to the hard maximum that making the thing may take at most; more than giving up takes. */
  readonly provisioningSeconds: number;
  /** Seconds after the last end for which the target is watched at least; the house's own time without it. */
  quietSeconds?(leases: readonly LeaseRow[], now: Date): number;
  /** Until when what an expired lease gave is let run on; null, as without it, when it is cut at the deadline. */
  drainsUntil?(lease: LeaseRow): Date | null;
  /** What is missing when the cloud fails so, where this kind has a better word than all have. */
  readonly missing?: Partial<Readonly<Record<CloudFailure, MissingPiece>>>;
  /** Judges again, at grant, what was approved: answers the longest that it may be by now, seconds. Errors: the refusal. */
  judgeAtGrant(tx: Tx, lease: LeaseRow): Promise<number>;
  /** The union of what live leases want of one target. */
  desired(leases: readonly LeaseRow[]): Desired;
  /**
   * Looks at targets of one environment, in few calls. A target that could not be looked at is answered
   * with why, and keeps no other waiting; an error that is thrown is every target's. `tell` is told of a
   * look that failed and without which the rest can still be judged.
   */
  observe(
    targets: readonly TargetRow[],
    leases: readonly LeaseRow[],
    tell: (failure: unknown) => void,
  ): Promise<ReadonlyMap<string, Seen | CloudError>>;
  /** Whether the world is as desired, so far as a lease may be called active or ended. */
  matches(desired: Desired, seen: Seen, memo: Memo): boolean;
  /** One idempotent move towards `desired`: grant, adjust and revoke alike. */
  change(target: TargetRow, desired: Desired, seen: Seen, control: Control): Promise<void>;
  /** After the quiet period: removes what guarded the target. */
  close(target: TargetRow, leases: readonly LeaseRow[], control: Control): Promise<void>;
  /** Longest idleness of a lease in seconds; null when idleness ends nothing. */
  idleAfterSeconds(lease: LeaseRow): number | null;
}

export type LeaseKinds = Readonly<Record<LeaseKindName, LeaseKind>>;
