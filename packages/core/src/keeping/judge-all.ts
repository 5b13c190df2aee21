import type { KeptPlace } from '@sekisho/config';
import type { Checkpoint } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { Tx } from '../platform/context.ts';
import type { HiddenObject, KeepingCloud, KeptObject } from './cloud.ts';
import { judgeKept, type KeptVerdict, readKept } from './judge-kept.ts';

interface Removed extends HiddenObject {
  readonly kept: Checkpoint;
}

/** What lies in a place, and what lay there. */
export interface AllKept {
  readonly newest: KeptObject | null;
  /** The checkpoint in it; null where it is none, or there is no newest. */
  readonly kept: Checkpoint | null;
  /** Checkpoints that were removed of late, or written over: newest first. */
  readonly removed: readonly Removed[];
  /** Sekisho may not look for those; null where it may. */
  readonly refused: CloudError | null;
}

/** Looks at the newest checkpoint, and at those that somebody hid of late. Errors: `CloudError`. */
export async function lookAtKept(keeping: KeepingCloud, place: KeptPlace): Promise<AllKept> {
  const newest = await keeping.newest(place);
  const kept = newest === null ? null : await readKept(keeping, place, newest.key);
  const removed = await orCloudError(removedOf(keeping, place, newest));
  if (!(removed instanceof CloudError)) return { newest, kept, removed, refused: null };
  // Whoever has an older docs/iam/keeping.json keeps checkpoints all the same, and the doctor says what is missing.
  if (removed.failure !== 'denied') throw removed;
  return { newest, kept, removed: [], refused: removed };
}

async function removedOf(
  keeping: KeepingCloud,
  place: KeptPlace,
  newest: KeptObject | null,
): Promise<Removed[]> {
  const removed: Removed[] = [];
  for (const hidden of await keeping.hidden(place, newest)) {
    const kept = await orCloudError(readKept(keeping, place, hidden.key, hidden.version));
    if (kept instanceof CloudError && kept.failure !== 'not-found') throw kept;
    if (kept !== null && !(kept instanceof CloudError)) removed.push({ ...hidden, kept });
  }
  return removed;
}

/** What all of it says of the timeline, and which object says so. `none`: nothing lies there, or lay there of late. */
export interface Judged {
  readonly verdict: KeptVerdict | 'removed' | 'none';
  readonly key: string;
  readonly version: string | null;
  readonly kept: Checkpoint | null;
}

/** Holds all of it against the timeline: what contradicts it counts first, whether it lies there or was removed. */
export async function judgeAll(tx: Tx, { newest, kept, removed }: AllKept): Promise<Judged> {
  const verdict = newest === null ? 'none' : await judgeKept(tx, kept);
  const own: Judged = { verdict, key: newest?.key ?? '', version: null, kept };
  if (isContradiction(verdict)) return own;
  const others: Judged[] = [];
  for (const { key, version, kept: was } of removed)
    others.push({ verdict: await judgeKept(tx, was), key, version, kept: was });
  const against = others.find((one) => isContradiction(one.verdict));
  if (against !== undefined) return against;
  if (verdict === 'foreign' || verdict === 'unsigned') return own;
  const ours = others.find((one) => one.verdict === 'fits' || one.verdict === 'strange-key');
  return ours === undefined ? own : { ...ours, verdict: 'removed' };
}

function isContradiction(verdict: Judged['verdict']): boolean {
  return verdict === 'cut' || verdict === 'rewritten';
}
