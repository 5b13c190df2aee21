import type { Core } from '@sekisho/core';
import type { ClientAddress } from '../client-address.ts';
import type { DoorLogger } from '../door-logger.ts';
import type { Metrics } from '../metrics.ts';
import type { SignInLimit } from '../sign-in-limit.ts';

export interface McpDoorOptions {
  readonly core: Core;
  readonly logger: DoorLogger;
  readonly newRequestId: () => string;
  readonly metrics: Metrics;
  /** Shared by all doors, so that a guesser has no second go. */
  readonly signInLimit: SignInLimit;
  /** Where calls come from; the connection's own peer without it. */
  readonly clientAddress?: ClientAddress;
}
