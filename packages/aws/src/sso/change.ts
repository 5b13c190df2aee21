import type { AssignmentChange } from '@sekisho/core/cloud';
import { z } from 'zod';

/** How AWS tells of a change of an assignment. */
export const change = z.object({
  RequestId: z.string().min(1),
  Status: z.enum(['IN_PROGRESS', 'SUCCEEDED', 'FAILED']),
  FailureReason: z.string().optional(),
});

const STATUSES = {
  IN_PROGRESS: 'in-progress',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
} as const;

/** A change that AWS never heard of, because all was as wanted. */
export const NOTHING_TO_DO: AssignmentChange = { requestId: '', status: 'succeeded', reason: null };

/** AWS's words about a change in the port's. */
export function toChange(told: z.infer<typeof change>): AssignmentChange {
  const { RequestId, Status, FailureReason } = told;
  return { requestId: RequestId, status: STATUSES[Status], reason: FailureReason ?? null };
}
