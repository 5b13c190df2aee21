import { addSeconds } from '../../platform/clock.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { SeenSession } from '../cloud.ts';

/** Pages of 200 of one window; one with more is asked for in halves. */
const pagesOfWindow = 50;

/** Sessions that were begun at `since` or later, and before `until`; to now without it. */
export interface Window {
  readonly since: Date;
  readonly until?: Date;
}

export interface SessionPage {
  readonly sessions: readonly SeenSession[];
  readonly next: string | null;
}

interface Listing {
  readonly from: Date;
  readonly now: Date;
  /** How long windows are at most, in seconds. */
  readonly span: number;
  /** One page of a window. */
  readonly list: (window: Window, token: string | null) => Promise<SessionPage>;
  /** Takes each page as it comes: what fails later loses none of them, and some come twice. */
  readonly keep: (sessions: readonly SeenSession[]) => Promise<void>;
  /** Everything begun before then was listed, by so many pages; false ends the listing there. */
  readonly reached?: (until: Date, pages: number) => Promise<boolean>;
}

/**
 * Lists an account's sessions in windows by when they were begun, each small enough to be listed whole,
 * and says whether it came to the end.
 * Errors: `CloudError`; `limit` where more begin within a second than are ever listed.
 */
export async function listInWindows({
  from,
  now,
  span,
  list,
  keep,
  reached,
}: Listing): Promise<boolean> {
  // AWS tells whole seconds apart.
  let since = new Date(Math.floor(from.getTime() / 1000) * 1000);
  let seconds = Math.max(1, Math.min(span, Math.ceil((now.getTime() - since.getTime()) / 1000)));
  let pages = 0;
  for (;;) {
    const end = addSeconds(since, seconds);
    const window = end < now ? { since, until: end } : { since };
    const read = await listWindow(window, list, keep);
    pages += read.pages;
    if (!read.isWhole && seconds === 1) throw tooMany(since);
    if (!read.isWhole) {
      seconds = Math.ceil(seconds / 2);
      continue;
    }
    if (window.until === undefined) return true;
    if (reached !== undefined && !(await reached(window.until, pages))) return false;
    since = window.until;
  }
}

function tooMany(since: Date): CloudError {
  const detail = `more than ${pagesOfWindow} pages are begun in the second of ${since.toISOString()}`;
  return new CloudError('limit', 'TooManySessions', detail);
}

async function listWindow(
  window: Window,
  list: Listing['list'],
  keep: Listing['keep'],
): Promise<{ readonly pages: number; readonly isWhole: boolean }> {
  let token: string | null = null;
  for (let pages = 1; pages <= pagesOfWindow; pages += 1) {
    const { sessions, next }: SessionPage = await list(window, token);
    if (sessions.length > 0) await keep(sessions);
    if (next === null) return { pages, isWhole: true };
    token = next;
  }
  return { pages: pagesOfWindow, isWhole: false };
}
