import type { Ending, MissingPiece } from '@sekisho/contract';
import type { Lent } from '../catalogue/leases.ts';

/** Facts of each message that Sekisho sends by itself. People are names as the reader reads them; moments are ISO 8601. */
export interface NoticeFacts {
  readonly 'approval-asked': About & {
    requester: string;
    durationSeconds: number;
    reason: string;
    costTotal: number | null;
  };
  readonly approved: About & { approver: string; startsAt: string | null };
  readonly denied: About & { approver: string; reason: string };
  readonly lapsed: About;
  readonly ready: About & { instanceId: string; deadline: string };
  readonly replacing: About;
  readonly reminder: About & Applying & { deadline: string; canExtend: boolean };
  readonly 'handover-received': About & { from: string; deadline: string | null };
  readonly 'handover-given': About & { to: string };
  readonly ended: About & Applying & { ending: Ending; cost: number | null };
  readonly failed: About & { missing: MissingPiece | null; ending: Ending | null };
  readonly stuck: About & { missing: MissingPiece | null };
  readonly 'break-glass': About & { requester: string; reason: string };
  readonly 'review-owed': About;
  readonly 'orphan-found': {
    environment: string;
    instanceId: string;
    next: 'terminate' | 'quarantine' | 'nothing';
    nextAt: string | null;
  };
  readonly 'sweep-withheld': {
    withheld: 'database-empty' | 'database-older-than-instances' | 'database-restored';
  };
  readonly 'timeline-contradicted': { key: string; number: number };
  readonly 'checkpoint-strange': { key: string };
  readonly 'checkpoint-removed': { key: string };
  readonly 'keeping-stopped': {
    kind: 'anchors' | 'backups';
    place: string;
    since: string;
    /** The store's code; null where nothing failed that anybody saw. */
    because: string | null;
  };
  readonly 'keeping-resumed': { kind: 'anchors' | 'backups'; place: string };
  readonly 'stopped-everything': { by: string; reason: string };
  readonly resumed: { by: string };
  readonly 'sessions-live-on': {
    lease: string;
    person: string;
    permissionSet: string;
    /** Twelve digits. */
    account: string;
    /** When the last of them ends by itself. */
    until: string;
    /** `no-room` in the policy, or AWS's code. */
    because: string;
  };
  readonly 'sessions-not-trimmed': {
    /** Twelve digits. */
    account: string;
    since: string;
    /** AWS's code. */
    because: string;
  };
  readonly 'sessions-void': { pending: number };
  readonly 'sessions-unbelieved': {
    account: string;
    person: string;
    permissionSet: string;
    lease: string;
    issuedBefore: string;
  };
  readonly 'directory-stale': {
    readAt: string;
    /** AWS's code. */
    because: string;
  };
  readonly 'directory-group-gone': {
    /** Its name in Identity Center. */
    group: string;
    /** Until when its members keep what it gave. */
    until: string;
  };
  readonly 'agreement-reached': AboutAgreement & {
    by: string;
    /** From when a target is in force; null for a correction. */
    from: string | null;
  };
  readonly 'agreement-declined': AboutAgreement & { by: string; reason: string };
  readonly 'agreement-lapsed': AboutAgreement;
  readonly 'week-spent': {
    /** Monday of the week, `YYYY-MM-DD`. */
    week: string;
    leases: number;
    hours: number;
    spent: number;
    saved: number;
    unpriced: number;
  };
}

interface About extends Lent {
  readonly id: string;
}

interface Applying {
  /** With it a job applies, or applied, a plan of Terraform. */
  readonly applies?: boolean | undefined;
}

interface AboutAgreement {
  readonly id: string;
  /** The SLOs, or the service. */
  readonly subject: string;
  /** Percent; null for a correction. */
  readonly target: number | null;
}

export type NoticeName = keyof NoticeFacts;
