import type { CloudScope } from '../platform/cloud-scope.ts';

/** What a container engine says of itself. */
export interface EngineSight {
  /** Such as `28.1.1`. */
  readonly version: string;
  /** Milliseconds that its host's clock is ahead of this machine's; null where it does not tell. */
  readonly aheadMs: number | null;
}

/** Looks at container engines without changing anything there. Every method throws only `CloudError`. */
export interface DoctorEngines {
  /** Errors: `invalid` `NoCertificates` when they cannot be read. */
  engine(scope: CloudScope): Promise<EngineSight>;
  /** Whether there is such an image. Errors: `invalid` of one that cannot be lent. */
  hasImage(scope: CloudScope, name: string): Promise<boolean>;
  /** Whether the network that servers join is there. */
  hasNetwork(scope: CloudScope): Promise<boolean>;
}
