import type { Destination } from './destination.ts';

/** How a command line wants a backup. */
export interface Wanted {
  readonly destination: Destination;
  /** age public keys; none for a backup in clear. */
  readonly recipients: readonly string[];
  readonly unencrypted: boolean;
}
