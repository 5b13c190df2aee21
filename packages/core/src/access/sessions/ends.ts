import { addSeconds } from '../../platform/clock.ts';

/** Somebody's access by one lease. */
export interface Had {
  /** Twelve digits. */
  readonly account: string;
  readonly permissionSet: string;
  readonly permissionSetArn: string;
  readonly userId: string;
  /** Group by whose membership it was lent; null: by an assignment. */
  readonly group: string | null;
  readonly lease: string;
  readonly person: string;
  /** From when it may have been there. */
  readonly from: Date;
  /** When it was seen to be gone; null while it may be there. */
  readonly until: Date | null;
}

/** The last time that somebody's access to a permission set in an account ended. */
export interface SessionEnd extends Omit<Had, 'from' | 'until'> {
  /** Sessions that began before this whole second are not to work any more. */
  readonly issuedBefore: Date;
  /** When the last of them has ended by itself. */
  readonly sessionsUntil: Date;
  /** Access by a later lease is there now. */
  readonly again: boolean;
}

/**
 * How long a session of any permission set lives at most, by AWS. Not what the set said when it was
 * asked for: somebody may have raised that since, and who got a session after it would be let in again.
 */
const longestSessionSeconds = 12 * 3600;
/** Sessions are denied a while longer than they can live: clocks differ. */
const marginSeconds = 300;

/**
 * The last end of each access that sessions may have outlived. What several leases lent at one time
 * is one access: it ends with the last of them.
 */
export function endsOf(had: readonly Had[]): SessionEnd[] {
  return [...Map.groupBy(had, sessionKey).values()].flatMap((one) => lastEnd(one));
}

/** One user's sessions of one permission set in one account. */
export function sessionKey({
  account,
  permissionSet,
  userId,
}: Pick<Had, 'account' | 'permissionSet' | 'userId'>): string {
  return [account, permissionSet, userId].join(' ');
}

function lastEnd(had: readonly Had[]): SessionEnd[] {
  const ended = had
    .flatMap((one) => (one.until === null ? [] : [{ ...one, until: one.until }]))
    .sort((a, b) => b.until.getTime() - a.until.getTime());
  const last = ended.find(({ until }) => !had.some((other) => isThereAfter(other, until)));
  if (last === undefined) return [];
  const { from: _from, until, ...access } = last;
  const later = had.filter(({ from }) => from > until).map(({ from }) => from.getTime());
  return [
    {
      ...access,
      issuedBefore: wholeSecond(until, later),
      sessionsUntil: addSeconds(until, longestSessionSeconds + marginSeconds),
      again: later.length > 0,
    },
  ];
}

/** Whether an access is there at a moment, and after it. */
function isThereAfter({ from, until }: Had, at: Date): boolean {
  return from <= at && (until === null || until > at);
}

/**
 * Times of issue are whole seconds: the next one after the end catches a session of the last second,
 * but never one of a lease that was granted after it.
 */
function wholeSecond(end: Date, grants: readonly number[]): Date {
  const next = Math.ceil(end.getTime() / 1000) * 1000;
  const first = Math.floor(Math.min(...grants) / 1000) * 1000;
  return new Date(Math.min(next, first));
}
