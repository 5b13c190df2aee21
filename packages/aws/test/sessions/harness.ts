import type { CloudScope, SessionCloud } from '@sekisho/core/cloud';

/** An organization to judge an adapter by. */
export interface SessionJudge {
  readonly cloud: SessionCloud;
  /** The same organization, as another installation that knows the same names. */
  readonly stranger: SessionCloud;
  readonly scope: CloudScope;
  /** Two accounts of the organization that are not its management account. */
  readonly accounts: readonly [string, string];
  close(): Promise<void>;
}

export interface SessionHarness {
  readonly name: string;
  open(): Promise<SessionJudge>;
}
