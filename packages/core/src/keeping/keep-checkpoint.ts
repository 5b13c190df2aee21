import type { KeptPlace } from '@sekisho/config';
import type { Checkpoint } from '@sekisho/contract';
import { page } from '../leases/index.ts';
import { CloudError } from '../platform/cloud-error.ts';
import type { House, Tx } from '../platform/context.ts';
import { readRestored } from '../platform/restored.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { checkpointNow, type Signer } from '../timeline/index.ts';
import type { KeepingCloud } from './cloud.ts';
import { type AllKept, type Judged, judgeAll, lookAtKept } from './judge-all.ts';
import type { Look } from './stops.ts';

/** Seconds between checkpoints when something happens, and when nothing does. */
const [busySeconds, idleSeconds] = [3600, 86_400];

interface Ports {
  readonly keeping: KeepingCloud;
  readonly signer: Signer;
}

/**
 * Puts a checkpoint of the timeline beside the last one when one is due. Never when that one contradicts the
 * timeline, or is none of ours, of which people are paged: a new one would vouch for what was rewritten.
 * Errors: `CloudError`; it is tried again.
 */
export async function keepCheckpoint(
  house: House,
  { keeping, signer }: Ports,
  place: KeptPlace,
): Promise<Look> {
  const seen = await lookAtKept(keeping, place);
  const { due, because } = await transactAsSystem(house, (tx) => decide(tx, seen, signer));
  if (due !== null)
    await keeping.write(place, keyOf(place, due), `${JSON.stringify(due)}\n`).catch(unlessThere);
  return { wellAt: house.clock.now(), because };
}

/** Another replica keeps one at the same second. */
function unlessThere(error: unknown): void {
  if (!(error instanceof CloudError && error.failure === 'conflict')) throw error;
}

/** `because` where none is kept though one may be due: of that people hear otherwise. */
interface Decision {
  readonly due: Checkpoint | null;
  readonly because: 'withheld' | null;
}

const withheld: Decision = { due: null, because: 'withheld' };

async function decide(tx: Tx, seen: AllKept, signer: Signer): Promise<Decision> {
  if ((await readRestored(tx)) !== null) return withheld;
  const { newest } = seen;
  const judged = await judgeAll(tx, seen);
  const { verdict, kept } = judged;
  if (mayNotGoOn(tx, judged)) return withheld;
  const made = await checkpointNow(tx, signer);
  const age = newest === null ? idleSeconds : secondsSince(tx, newest.at);
  const hasNews = verdict !== 'fits' || kept?.number !== made.number;
  const isDue = age >= (hasNews ? busySeconds : idleSeconds);
  return { due: isDue ? made : null, because: null };
}

/** Pages of what is not as it was kept; answers whether another one would vouch for what it must not. */
function mayNotGoOn(tx: Tx, { verdict, key, version, kept }: Judged): boolean {
  const day = tx.now.toISOString().slice(0, 10);
  if (verdict === 'cut' || verdict === 'rewritten') {
    const facts = { key, number: kept?.number ?? 0 };
    page(tx, 'timeline-contradicted', facts, `timeline-contradicted:${facts.number}:${day}`);
    return true;
  }
  // One that is no checkpoint of ours compares with nothing: whoever put it there would have the next one
  // vouch for whatever the timeline is by then.
  if (verdict === 'foreign' || verdict === 'unsigned') {
    page(tx, 'checkpoint-strange', { key }, `checkpoint-strange:${key}:${day}`);
    return true;
  }
  // It was read all the same, and fits.
  if (verdict === 'removed')
    page(tx, 'checkpoint-removed', { key }, `checkpoint-removed:${key}:${version ?? ''}`);
  return false;
}

function secondsSince(tx: Tx, at: string): number {
  return (tx.now.getTime() - Date.parse(at)) / 1000;
}

/** So that whoever lists them reads them in order. */
function keyOf({ prefix }: KeptPlace, { at, number }: Checkpoint): string {
  const moment = `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  return `${prefix}${moment}-${number}.json`;
}
