import type { Control, LeaseRow } from '../../leases/index.ts';
import type { OpsCloud } from '../cloud.ts';
import type { ServerSeen } from './seen.ts';

/** What a lease's server should be like; `lease` is null when it should not be. */
export interface ServerDesired {
  readonly lease: LeaseRow | null;
  /** The lease whose server it is or was, to know where to look. */
  readonly last: LeaseRow | null;
}

export interface ChangeScope {
  readonly cloud: OpsCloud;
  readonly installation: string;
  readonly readyWithinSeconds: number;
  readonly desired: ServerDesired;
  readonly seen: ServerSeen;
  readonly control: Control;
}
