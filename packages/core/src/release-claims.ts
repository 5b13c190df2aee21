import { releaseChatEvents } from './chat/index.ts';
import { releaseDeadClaims } from './leases/index.ts';
import type { House, Tx } from './platform/context.ts';
import { releaseLoops } from './platform/loops.ts';
import { releaseOrders } from './platform/outbox.ts';

/**
 * Gives back what the process before this one held when it died, where nobody else can have
 * claimed anything. Replicas that share a database wait for each other's claims to run out.
 */
export async function releaseClaims({ database }: House, tx: Tx): Promise<void> {
  if (!database.alone) return;
  await releaseDeadClaims(tx);
  await releaseOrders(tx);
  await releaseLoops(tx);
  await releaseChatEvents(tx);
}
