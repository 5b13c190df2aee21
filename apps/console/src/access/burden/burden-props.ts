import type { OutputOf } from '@sekisho/contract';

export interface BurdenProps {
  /** Of the account map: which of them could be looked at. */
  readonly accounts: OutputOf<'access.accounts'>['accounts'];
}
