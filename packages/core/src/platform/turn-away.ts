import type { ErrorCode, Principal } from '@sekisho/contract';
import { type House, transact } from './context.ts';
import { createRefusalLimit, type RefusalLimitOptions } from './refusal-limit.ts';

/** Somebody whom a door did not let in, so that no verb was asked. */
export interface Stranger {
  readonly door: 'slack';
  /** How the other side names them for ever; never a name that they chose themselves. */
  readonly id: string;
  readonly code: Extract<ErrorCode, 'guest-refused' | 'not-in-roster'>;
}

/** Keeps, in the timeline, that somebody was turned away. */
export type TurnAway = (stranger: Stranger) => Promise<void>;

/** Entries an hour: for each stranger, and for all strangers of a door, who may be as many as they like. */
const most = { each: 3, all: 60 };

/** Records strangers at the doors, within bounds; nothing of what they wrote is kept. */
export function createTurnAway(house: House, options: Omit<RefusalLimitOptions, 'most'>): TurnAway {
  const each = createRefusalLimit({ ...options, most: most.each });
  const all = createRefusalLimit({ ...options, most: most.all });
  return async ({ door, id, code }) => {
    const who = `${door}:${id.replaceAll(/[^A-Za-z0-9/_-]/g, '').slice(0, 80)}`;
    if (!each.admit(who, code) || !all.admit(door, 'door.refused')) return;
    const authenticatedAt = house.clock.now().toISOString();
    const stranger: Principal = { id: who, kind: 'person', assurance: 'none', authenticatedAt };
    await transact(house, stranger, async (tx) => {
      tx.record({ action: 'door.refused', outcome: 'refused', data: { code, door } });
    });
  };
}
