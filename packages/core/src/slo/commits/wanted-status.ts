import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { CommitStatus } from './commit-status.ts';
import { findPull } from './store.ts';

/** What the head of a pull request is to show now. */
export interface WantedStatus extends CommitStatus {
  readonly repository: string;
  readonly number: number;
  readonly head: string;
  /** Of the order that asked for it. */
  readonly revision: number;
}

/** What was ordered last for a pull request; null when nothing was. */
export async function wantedStatus(
  house: House,
  repository: string,
  number: number,
): Promise<WantedStatus | null> {
  const row = await transactAsSystem(house, (tx) => findPull(tx, repository, number));
  if (!row || row.told_head === null || row.told_state === null || row.told_why === null)
    return null;
  const { told_head: head, told_state: state, told_why: why, revision } = row;
  return { repository, number, head, state, why, revision };
}
