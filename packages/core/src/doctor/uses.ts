import type { CloudError } from '../platform/cloud-error.ts';
import type { Tried } from './tried.ts';

/** Something that Sekisho does in an account besides lending ops servers, with what the configuration names of it. */
export type CloudUse =
  | {
      readonly kind: 'access';
      /** Twelve digits each; accounts in which permission sets are assigned. */
      readonly accounts: readonly string[];
      /** Names of sets that are assigned, and of groups by which others are lent. */
      readonly permissionSets: readonly string[];
      readonly groups: readonly string[];
      /** Name of the role that schedules remove access with. */
      readonly removalRole: string;
    }
  | {
      readonly kind: 'ci';
      /** ARNs of the roles that the broker takes, and of those that windows open. */
      readonly brokered: readonly string[];
      readonly windows: readonly string[];
    }
  | ({ readonly kind: 'recordings' } & RecordingReads)
  | {
      readonly kind: 'logs';
      readonly region: string;
      readonly bucket: string;
      readonly prefix: string;
      readonly queueUrl: string | null;
    }
  | {
      readonly kind: 'athena';
      readonly region: string;
      readonly workgroup: string;
      readonly database: string;
      readonly table: string;
      /** `s3://…`, where the source names it; null where the workgroup does. */
      readonly answers: string | null;
      /** Whether the table is in the account's own catalogue. */
      readonly ownCatalogue: boolean;
    }
  | { readonly kind: 'metrics' | 'alarms'; readonly region: string };

/** Where recordings are read. */
export interface RecordingReads {
  readonly s3: { readonly bucket: string; readonly prefix: string } | null;
  readonly logGroup: string | null;
  readonly hostLogGroup: string;
}

/** A place of recordings, as it is. */
export type RecordingSight =
  | {
      /** `s3://…`, or the name of a log group. */
      readonly place: string;
      readonly kind: 'there';
      /** `AWS`: with a key of AWS's own; `KMS`: with one of KMS. */
      readonly encryption: 'none' | 'AWS' | 'KMS';
      /** After which it removes what it keeps; null where it removes nothing by itself, or a bucket's rules may. */
      readonly days: number | null;
    }
  | { readonly place: string; readonly kind: 'missing' }
  | { readonly place: string; readonly kind: 'unread'; readonly error: CloudError };

/** What a role may do of what a use needs. */
export interface UseSight {
  /** Name of the policy that gives it all, as its file in docs/iam. */
  readonly policy: string;
  /** ARN. */
  readonly role: string;
  readonly tried: readonly Tried[];
}
