import type { CloudScope } from '@sekisho/core/cloud';
import type { Clients } from './clients.ts';

/** What one port call works with: clients that act in the scope's account, and the call's end. */
export interface Connection {
  readonly clients: Clients;
  readonly scope: CloudScope;
  readonly signal: AbortSignal;
}
