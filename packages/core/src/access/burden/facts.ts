import type { AccessAccount, Config } from '@sekisho/config';
import type { LentOften } from '../../leases/index.ts';
import type { Assignment } from '../cloud.ts';
import type { Known } from '../drift/explained.ts';

/** What role burden is judged by. */
export interface Facts extends Known {
  readonly config: Config;
  /** Accounts that were looked at and answered. */
  readonly accounts: readonly AccessAccount[];
  readonly assignments: readonly Assignment[];
  /** Ids of the users in each group that is assigned, by its id. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly lent: readonly LentOften[];
}
