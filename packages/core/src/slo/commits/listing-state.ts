import type { Tx } from '../../platform/context.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';

/** How the listing of one repository went last. */
export interface Listing {
  /** Address of the API that was asked. */
  readonly api: string;
  readonly at: string;
  /** Tries in a row that failed. */
  readonly failed: number;
  /** Of the first page of the last whole listing. */
  readonly etag: string | null;
  /** Whether a budget that speaks to it was spent then. */
  readonly spent: boolean;
}

export type Listings = Readonly<Record<string, Listing>>;

const listingsKey = 'slo-pulls';
const askedKey = 'slo-pulls-asked';
/** Events are lost now and then, and GitHub sends none again by itself. */
const everySeconds = 3600;
const retrySeconds = 60;

export async function listingsIn(tx: Tx): Promise<Listings> {
  return (await settingIn<Listings>(tx, listingsKey)) ?? {};
}

/** Notes how a listing went; of repositories that nobody names any more nothing is kept. */
export async function noteListing(
  tx: Tx,
  repository: string,
  listing: Listing,
  named: readonly string[],
): Promise<void> {
  const all = { ...(await listingsIn(tx)), [repository]: listing };
  const kept = Object.entries(all).filter(([name]) => named.includes(name));
  await writeSetting(tx, listingsKey, Object.fromEntries(kept));
}

/** To be called when a server starts: events may have come while none was there to hear them. */
export async function askForPulls(tx: Tx): Promise<void> {
  if (tx.config.github !== null) await writeSetting(tx, askedKey, tx.now.toISOString());
}

/** When a server started last; null when none has since GitHub was configured. */
export async function pullsAskedAt(tx: Tx): Promise<string | null> {
  return settingIn<string>(tx, askedKey);
}

/** What may make a repository due. */
export interface Reasons {
  readonly now: Date;
  readonly api: string;
  /** When a server started last. */
  readonly askedAt: string | null;
  readonly spent: boolean;
}

/** Whether a repository is to be listed: it is new, a server started, a budget changed sides, or it is long ago. */
export function isDue(last: Listing | undefined, { now, api, askedAt, spent }: Reasons): boolean {
  if (last === undefined || last.api !== api) return true;
  const since = (now.getTime() - Date.parse(last.at)) / 1000;
  if (last.failed > 0)
    return since >= Math.min(everySeconds, retrySeconds * 2 ** (last.failed - 1));
  const startedSince = askedAt !== null && last.at < askedAt;
  return startedSince || last.spent !== spent || since >= everySeconds;
}
