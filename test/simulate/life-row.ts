import type { Database } from '@sekisho/core';

/** What the checks look at in a lease. */
export interface LifeRow {
  readonly id: string;
  readonly state: string;
  readonly requester: string;
  readonly holder: string;
  readonly target_key: string;
  readonly duration_seconds: number;
  readonly maximum_seconds: number;
  readonly approval_count: number;
  readonly granted_at: Date | null;
  readonly ready_at: Date | null;
  readonly deadline: Date | null;
  readonly hard_maximum: Date | null;
  readonly ended_at: Date | null;
  readonly ending: string | null;
}

const columns = [
  ...['id', 'state', 'requester', 'holder', 'target_key', 'ending'],
  ...['duration_seconds', 'maximum_seconds', 'approval_count'],
  ...['granted_at', 'ready_at', 'deadline', 'hard_maximum', 'ended_at'],
];

export async function readLives({ kysely }: Database): Promise<LifeRow[]> {
  return (await kysely.selectFrom('leases').select(columns).execute()) as LifeRow[];
}

/** Answers whether a lease's grant is committed; what was seen committed once stays so. */
export function grantReader({ kysely }: Database): (id: string) => Promise<boolean> {
  const seen = new Set<string>();
  return async (id) => {
    if (seen.has(id)) return true;
    const row = await kysely
      .selectFrom('leases')
      .select('granted_at')
      .where('id', '=', id)
      .executeTakeFirst();
    if (row?.granted_at) seen.add(id);
    return seen.has(id);
  };
}

/** After its deadline nothing may live longer than this (seconds), while Sekisho works and nothing is faulty. */
export const promisedLateness = 180;
