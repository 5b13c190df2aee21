import type { KeptPlace } from '@sekisho/config';
import type { Checkpoint } from '@sekisho/contract';
import { page } from '../leases/index.ts';
import { CloudError } from '../platform/cloud-error.ts';
import type { House, Tx } from '../platform/context.ts';
import type { Loop } from '../platform/loops.ts';
import { readRestored } from '../platform/restored.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { checkpointNow, type Signer } from '../timeline/index.ts';
import type { KeepingCloud, KeepingPorts, KeptObject } from './cloud.ts';
import { judgeKept, readKept } from './judge-kept.ts';

interface Ports extends KeepingPorts {
  readonly signer: Signer;
}

/** Seconds between checkpoints when something happens, and when nothing does. */
const [busySeconds, idleSeconds] = [3600, 86_400];

/** The keeping of checkpoints, wherever somebody says where. */
export function keepingLoops(house: House, { keeping, signer }: Ports): Loop[] {
  if (keeping === undefined) return [];
  const run = async () => {
    const { anchors } = house.config().keeping;
    if (anchors !== null) await keepCheckpoint(house, { keeping, signer }, anchors);
  };
  return [{ name: 'anchors', everySeconds: 600, claimSeconds: 120, slow: true, run }];
}

/**
 * Puts a checkpoint of the timeline beside the last one when one is due. Never when that one contradicts the
 * timeline, or is none of ours, of which people are paged: a new one would vouch for what was rewritten.
 * Errors: `CloudError`; it is tried again.
 */
async function keepCheckpoint(
  house: House,
  { keeping, signer }: { readonly keeping: KeepingCloud; readonly signer: Signer },
  place: KeptPlace,
): Promise<void> {
  const newest = await keeping.newest(place);
  const kept = newest === null ? null : await readKept(keeping, place, newest.key);
  const made = await transactAsSystem(house, (tx) => decide(tx, { newest, kept, signer }));
  if (made === null) return;
  const text = `${JSON.stringify(made)}\n`;
  await keeping.write(place, keyOf(place, made), text).catch((error: unknown) => {
    // Another replica, at the same second.
    if (!(error instanceof CloudError && error.failure === 'conflict')) throw error;
  });
}

interface Seen {
  readonly newest: KeptObject | null;
  readonly kept: Checkpoint | null;
  readonly signer: Signer;
}

async function decide(tx: Tx, { newest, kept, signer }: Seen): Promise<Checkpoint | null> {
  if ((await readRestored(tx)) !== null) return null;
  const verdict = await judgeKept(tx, kept);
  const day = tx.now.toISOString().slice(0, 10);
  if (verdict === 'cut' || verdict === 'rewritten') {
    const facts = { key: newest?.key ?? '', number: kept?.number ?? 0 };
    page(tx, 'timeline-contradicted', facts, `timeline-contradicted:${facts.number}:${day}`);
    return null;
  }
  // One that is no checkpoint of ours compares with nothing: whoever put it there would have the next one
  // vouch for whatever the timeline is by then.
  if (newest !== null && (verdict === 'foreign' || verdict === 'unsigned')) {
    page(tx, 'checkpoint-strange', { key: newest.key }, `checkpoint-strange:${newest.key}:${day}`);
    return null;
  }
  const made = await checkpointNow(tx, signer);
  const age = newest === null ? idleSeconds : secondsSince(tx, newest.at);
  const hasNews = verdict !== 'fits' || kept?.number !== made.number;
  return age >= (hasNews ? busySeconds : idleSeconds) ? made : null;
}

function secondsSince(tx: Tx, at: string): number {
  return (tx.now.getTime() - Date.parse(at)) / 1000;
}

/** So that whoever lists them reads them in order. */
function keyOf({ prefix }: KeptPlace, { at, number }: Checkpoint): string {
  const moment = `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  return `${prefix}${moment}-${number}.json`;
}
