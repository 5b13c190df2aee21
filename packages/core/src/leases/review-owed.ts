import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { owedReview } from './store.ts';

/** Errors: `review-owed` while somebody has not written the review of the last glass they broke. */
export async function refuseWhileReviewOwed(tx: Tx, person: string): Promise<void> {
  const owed = await owedReview(tx, person);
  if (owed) throw new AppError('review-owed', { lease: owed.id });
}
