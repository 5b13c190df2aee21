import type { Principal } from '@sekisho/contract';

/** Sekisho's own name in the timeline. */
export function systemPrincipal(now: Date): Principal {
  return { id: 'sekisho', kind: 'system', assurance: 'none', authenticatedAt: now.toISOString() };
}
