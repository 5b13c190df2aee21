import { hasAnyLease } from '../../leases/index.ts';
import type { Tx } from '../../platform/context.ts';
import { readRestored, refuseUntilSettled } from '../../platform/restored.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';
import { newestEntryAt } from '../../timeline/index.ts';

/**
 * What was known of the database when this installation last started on it, before it wrote
 * anything. A restored or empty database would call every living server an orphan.
 */
export interface Examination {
  /** ISO 8601; null on an empty timeline. */
  readonly newestEntryAt: string | null;
  readonly anyLease: boolean;
  /** Set once instances were compared with it. */
  readonly verdict: 'unknown' | 'trusted' | Distrust;
}

export type Distrust = 'database-empty' | 'database-older-than-instances' | 'database-restored';

const key = 'sweep-examination';

/** To be called once at start, before anything is recorded. An examination that never finished is kept. */
export async function beginExamination(tx: Tx): Promise<void> {
  const kept = await settingIn<Examination>(tx, key);
  if (kept !== null && kept.verdict !== 'trusted') return;
  const newest = await newestEntryAt(tx);
  const anyLease = await hasAnyLease(tx);
  const fresh: Examination = {
    newestEntryAt: newest?.toISOString() ?? null,
    anyLease,
    verdict: 'unknown',
  };
  await writeSetting(tx, key, fresh);
}

/** What is found of this installation's instances. */
export interface Evidence {
  /** When instances were launched (ISO 8601) whose lease this database has never heard of. */
  readonly strangersLaunchedAt: readonly string[];
  /** Whether every environment was looked at: only then can the database be believed. */
  readonly complete: boolean;
}

export interface Verdict {
  readonly distrust: Distrust | null;
  /** Distrusted just now, so that somebody must be told. */
  readonly isNew: boolean;
}

/** Compares what was known at start with instances that live; distrust stays until an admin has looked. */
export async function examine(
  tx: Tx,
  { strangersLaunchedAt, complete }: Evidence,
): Promise<Verdict> {
  const kept = await settingIn<Examination>(tx, key);
  if ((await readRestored(tx)) !== null) return distrustRestored(tx, kept);
  if (kept !== null && kept.verdict !== 'unknown') {
    return { distrust: kept.verdict === 'trusted' ? null : kept.verdict, isNew: false };
  }
  const distrust = judge(kept, strangersLaunchedAt);
  if (distrust !== null || complete) {
    const verdict = distrust ?? 'trusted';
    await writeSetting(tx, key, { newestEntryAt: null, anyLease: false, ...kept, verdict });
  }
  return { distrust, isNew: distrust !== null };
}

/** Nothing that is found says more of it than that somebody brought it back. */
async function distrustRestored(tx: Tx, kept: Examination | null): Promise<Verdict> {
  const verdict = 'database-restored';
  const isNew = kept?.verdict !== verdict;
  if (isNew)
    await writeSetting(tx, key, { newestEntryAt: null, anyLease: false, ...kept, verdict });
  return { distrust: verdict, isNew };
}

function judge(kept: Examination | null, strangersLaunchedAt: readonly string[]): Distrust | null {
  if (strangersLaunchedAt.length === 0) return null;
  if (kept === null || !kept.anyLease || kept.newestEntryAt === null) return 'database-empty';
  const newest = new Date(kept.newestEntryAt).getTime();
  const later = strangersLaunchedAt.some((at) => new Date(at).getTime() > newest);
  return later ? 'database-older-than-instances' : null;
}

/** Whether instances were compared with this database and it is believed. */
export async function isTrusted(tx: Tx): Promise<boolean> {
  return (await settingIn<Examination>(tx, key))?.verdict === 'trusted';
}

/** An admin has looked: from now on this database is believed. Errors: `restored-unsettled`. */
export async function trustDatabase(tx: Tx): Promise<void> {
  await refuseUntilSettled(tx);
  const kept = await settingIn<Examination>(tx, key);
  await writeSetting(tx, key, { newestEntryAt: null, anyLease: true, ...kept, verdict: 'trusted' });
}
