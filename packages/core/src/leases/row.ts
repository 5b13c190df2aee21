import type { Ending, LeaseKindName, LeaseState, MissingPiece, Step } from '@sekisho/contract';
import type { ContainerEngine } from '../platform/cloud-scope.ts';

/** What was resolved when the lease was asked for: what is approved is what is granted. */
export interface Frozen {
  /** Version of this shape. */
  readonly version: 1;
  readonly account: string;
  readonly region: string;
  readonly roleArn: string | null;
  readonly externalId: string | null;
  /** The container engine that a server is on; none for what lies in AWS. */
  readonly engine?: ContainerEngine;
  /** US dollars, or null when the price table lacks it. */
  readonly costPerHour: number | null;
  /** What sentences call it: the permission set, the purpose; nothing for a server. */
  readonly title?: string;
  /** What only the kind understands. */
  readonly kind: Readonly<Record<string, unknown>>;
}

/** A lease as it is stored. */
export interface LeaseRow {
  id: string;
  kind: LeaseKindName;
  state: LeaseState;
  /** When the state was entered. */
  state_at: Date;
  environment: string;
  production: boolean;
  requester: string;
  holder: string;
  reason: string;
  ticket: string | null;
  duration_seconds: number;
  /** Longest the lease may become by extending, from ready. */
  maximum_seconds: number;
  requested_at: Date;
  starts_at: Date | null;
  approved_at: Date | null;
  granted_at: Date | null;
  ready_at: Date | null;
  deadline: Date | null;
  hard_maximum: Date | null;
  ended_at: Date | null;
  ending: Ending | null;
  /** Until when what it gave may work on although its deadline passed; null where nothing is let run on. */
  drains_until: Date | null;
  approval_count: number;
  approval_from: string[];
  /** What whoever agrees must have shown within minutes; null for nothing. */
  step_up: 'passkey' | 'login' | null;
  break_glass: boolean;
  review_due: boolean;
  frozen: Frozen;
  frozen_hash: string;
  target_key: string;
  /** The lease that it lives and ends with; null for one by itself. */
  part_of: string | null;
  step: Step;
  missing: MissingPiece | null;
  detail: string | null;
  stuck: boolean;
  hold_until: Date | null;
  /** Deadline (ISO 8601) last spoken of, by seconds before it. */
  notified_for: Record<string, string>;
  /** The thing in the world, such as an instance id, once seen. */
  resource: string | null;
  revision: number;
}

/** A target as it is stored. */
export interface TargetRow {
  key: string;
  kind: LeaseKindName;
  environment: string;
  serial_key: string;
  next_check_at: Date | null;
  /** When something must happen, such as an end; due routine looks come after those for which it has come. */
  urgent_at: Date | null;
  claimed_until: Date | null;
  fence: number;
  memo: Record<string, unknown>;
  failures: number;
  /** Since when it fails in a way that waiting does not help; other failures in between change nothing. */
  hopeless_since: Date | null;
  quiet_until: Date | null;
}
