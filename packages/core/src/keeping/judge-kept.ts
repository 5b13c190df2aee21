import type { KeptPlace } from '@sekisho/config';
import { type Checkpoint, checkpoint } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { Tx } from '../platform/context.ts';
import { checkpointHolds, entriesOfActions, hashOfEntry } from '../timeline/index.ts';
import type { KeepingCloud } from './cloud.ts';

/**
 * What a kept checkpoint says of the timeline. `rewritten`: the entry that it names has another hash.
 * `cut`: there is no such entry. `before-restore`: neither is a wonder, since a backup was brought back
 * after it was made. `foreign`: it is of another installation, or none at all.
 */
export type KeptVerdict =
  | 'fits'
  | 'rewritten'
  | 'cut'
  | 'before-restore'
  | 'foreign'
  | 'unsigned'
  | 'strange-key';

/** The checkpoint that was kept under a key, or in a hidden version of it, or null: it is none. Errors: `CloudError`. */
export async function readKept(
  keeping: KeepingCloud,
  place: KeptPlace,
  key: string,
  version?: string,
): Promise<Checkpoint | null> {
  const text = await orCloudError(keeping.read(place, key, version));
  if (!(text instanceof CloudError)) return checkpointIn(text);
  // Nothing of ours is too long to be read, or no text.
  if (text.failure === 'invalid') return null;
  throw text;
}

/** The last checkpoint in a text: JSON of one or of a list, or JSON Lines; null when it is none. */
export function checkpointIn(text: string): Checkpoint | null {
  const whole = parsed(text);
  const last = Array.isArray(whole) ? whole.at(-1) : whole;
  const { data } = checkpoint.safeParse(last ?? parsed(text.trimEnd().split('\n').at(-1) ?? ''));
  return data ?? null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Holds a kept checkpoint against the timeline as it is now. */
export async function judgeKept(tx: Tx, kept: Checkpoint | null): Promise<KeptVerdict> {
  const { installation, timeline } = tx.config;
  if (kept === null || kept.installation !== installation) return 'foreign';
  if (!checkpointHolds(kept)) return 'unsigned';
  const hash = await hashOfEntry(tx, kept.number);
  // Whoever signed it: a key that is not named here must not hide what was rewritten.
  if (hash !== kept.hash) return contradiction(tx, kept, hash);
  const { keys } = timeline;
  return keys.length > 0 && !keys.includes(kept.publicKey) ? 'strange-key' : 'fits';
}

async function contradiction(tx: Tx, kept: Checkpoint, hash: string | null): Promise<KeptVerdict> {
  const [restore] = await entriesOfActions(tx, { actions: ['recovery.began'], limit: 1 });
  if (restore !== undefined && restore.at > kept.at) return 'before-restore';
  return hash === null ? 'cut' : 'rewritten';
}
