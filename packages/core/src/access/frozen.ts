import { z } from 'zod';
import type { LeaseRow } from '../leases/index.ts';
import { type CloudScope, cloudScope } from '../platform/cloud-scope.ts';

/** What a lease of a permission set froze of Identity Center. */
const lent = z.object({
  accountName: z.string(),
  permissionSet: z.string(),
  permissionSetArn: z.string(),
  sessionSeconds: z.number(),
  userId: z.string(),
  userName: z.string(),
  /** Group by whose membership it is lent; null: by an assignment. */
  group: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Account that Identity Center is administered from. */
  centerAccount: z.string(),
  startUrl: z.string(),
});
export type LentAccess = z.infer<typeof lent>;

/** What was approved. Errors: throws when the row is of another kind. */
export function lentOfLease(lease: Pick<LeaseRow, 'frozen'>): LentAccess {
  return lent.parse(lease.frozen.kind);
}

/** Where Identity Center is asked about it, as it was when it was approved. */
export function centerOf(lease: LeaseRow): CloudScope {
  const { centerAccount: account } = lentOfLease(lease);
  return cloudScope({ ...lease.frozen, environment: 'identity-center', account });
}
