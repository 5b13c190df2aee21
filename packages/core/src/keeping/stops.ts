import type { KeptPlace } from '@sekisho/config';
import { announce, page } from '../leases/index.ts';
import { addSeconds } from '../platform/clock.ts';
import type { Tx } from '../platform/context.ts';
import { lockSubject } from '../platform/lock-subject.ts';
import { settingIn, writeSetting } from '../platform/settings.ts';

/** What is kept outside, by its name in the configuration. */
const keptKinds = ['anchors', 'backups'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** What a try to keep something, or a look at it, came to. */
export interface Look {
  /** When what is kept was in order; null when it was not seen to be. */
  readonly wellAt: Date | null;
  /** Why it was not; null when nothing failed. */
  readonly because: string | null;
}

/** What is remembered of one place, for every replica and every restart. Moments are ISO 8601. */
interface Watch {
  readonly place: string;
  /** When it was last in order, or watched for the first time. */
  readonly since: string;
  readonly because: string | null;
  /** When people were told that it has stopped; null once it was seen in order since. */
  readonly toldAt: string | null;
}

/** Remembers what came of a look; says once that something has stopped, and once that it goes on. */
export async function noteLook(
  tx: Tx,
  kind: KeptKind,
  at: KeptPlace,
  { wellAt, because, mayTell }: Look & { readonly mayTell: boolean },
): Promise<void> {
  const watch = await watchOf(tx, kind, at);
  // Another's clock may be ahead of ours.
  const since = wellAt === null ? watch.since : new Date(Math.min(+wellAt, +tx.now)).toISOString();
  const seen = { ...watch, since, because };
  const isWell = wellAt !== null && because === null;
  // What was not seen may be in order: it is told of when others had time to show that it is.
  const isLate = isOverdue(tx, kind, seen) && (mayTell || wellAt !== null);
  if (isLate) await writeSetting(tx, keyOf(kind), tellStop(tx, kind, seen));
  else await writeSetting(tx, keyOf(kind), isWell ? tellGoingOn(tx, kind, seen) : seen);
}

/** Says of what nobody looked at, or tried, for too long that it has stopped. */
export async function tellStops(tx: Tx): Promise<void> {
  for (const kind of keptKinds) {
    const at = tx.config.keeping[kind];
    const watch = at === null ? null : await watchOf(tx, kind, at);
    const isLate = watch !== null && isOverdue(tx, kind, watch);
    await writeSetting(tx, keyOf(kind), isLate ? tellStop(tx, kind, watch) : watch);
  }
}

async function watchOf(tx: Tx, kind: KeptKind, at: KeptPlace): Promise<Watch> {
  const key = keyOf(kind);
  await lockSubject(tx, key);
  const place = shownPlace(at);
  const watch = await settingIn<Watch>(tx, key);
  if (watch?.place === place) return watch;
  const toldAt = watch?.toldAt ?? null;
  return { place, since: tx.now.toISOString(), because: null, toldAt };
}

function isOverdue(tx: Tx, kind: KeptKind, { since }: Watch): boolean {
  return tx.now > addSeconds(new Date(since), tx.config.keeping.pageAfter[kind]);
}

function tellStop(tx: Tx, kind: KeptKind, watch: Watch): Watch {
  // Told of once; anew where it was in order since, or is kept elsewhere.
  if (watch.toldAt !== null && watch.since <= watch.toldAt) return watch;
  const { place, since, because } = watch;
  const facts = { kind, place, since, because };
  tx.record({ action: 'keeping.stopped', data: facts });
  page(tx, 'keeping-stopped', facts, `keeping-stopped:${kind}:${since}`);
  return { ...watch, toldAt: tx.now.toISOString() };
}

function tellGoingOn(tx: Tx, kind: KeptKind, watch: Watch): Watch {
  if (watch.toldAt === null) return watch;
  const { place, toldAt } = watch;
  tx.record({ action: 'keeping.resumed', data: { kind, place } });
  announce(tx, 'keeping-resumed', { kind, place }, `keeping-resumed:${kind}:${toldAt}`);
  return { ...watch, toldAt: null };
}

function keyOf(kind: KeptKind): string {
  return `kept-${kind}`;
}

/** A place as people are shown it. */
export function shownPlace({ bucket, prefix }: KeptPlace): string {
  return `s3://${bucket}/${prefix}`;
}
