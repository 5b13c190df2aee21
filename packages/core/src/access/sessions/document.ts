import type { SessionEnd } from './ends.ts';

/** One user's sessions of one permission set that are to be denied. */
export interface Denial
  extends Pick<SessionEnd, 'permissionSet' | 'userId' | 'issuedBefore' | 'sessionsUntil'> {
  /** Whether AWS denies them already. */
  readonly written: boolean;
  /** When this user was last seen without the set; null when access is there now. */
  readonly seenIdle: Date | null;
}

/**
 * Characters that a service control policy may have. AWS doubled it in May 2026; the older limit
 * holds in whatever partition that has not reached, and leaves room for a hundred people.
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export const longestDocument = 5120;

/** What fits into one account's policy, and what does not. */
export interface Fitted<One extends Denial> {
  /** Null when there is nothing to deny. */
  readonly document: string | null;
  readonly left: readonly One[];
}

/**
 * The policy that denies these sessions and no other. What AWS denies already stays denied; of the
 * rest those come first that would live longest.
 */
export function documentOf<One extends Denial>(
  denials: readonly One[],
  limit = longestDocument,
): Fitted<One> {
  const kept = denials.toSorted(
    (a, b) => Number(b.written) - Number(a.written) || +b.sessionsUntil - +a.sessionsUntil,
  );
  let fits = 0;
  // One more denial never makes the policy shorter.
  for (let beyond = kept.length + 1; beyond - fits > 1; ) {
    const middle = Math.floor((fits + beyond) / 2);
    if (shortEnough(kept.slice(0, middle), limit) === undefined) beyond = middle;
    else fits = middle;
  }
  const document = shortEnough(kept.slice(0, fits), limit) ?? null;
  return { document: fits === 0 ? null : document, left: kept.slice(fits) };
}

function shortEnough(denials: readonly Denial[], limit: number): string | undefined {
  return [exactly, together].map((write) => write(denials)).find(({ length }) => length <= limit);
}

/** A statement for each permission set and moment: users whose access ended at one time share it. */
function exactly(denials: readonly Denial[]): string {
  return policyOf(denials.map((denial) => ({ ...denial, before: denial.issuedBefore.getTime() })));
}

/**
 * As few statements as is exact: users of a set share the last moment of theirs, where they were seen
 * without the set since that moment, and so have begun no session of it since their own. Who has
 * access again, or stands beside the lease by now, was not, and keeps an earlier moment.
 */
function together(denials: readonly Denial[]): string {
  const sets = Map.groupBy(denials, ({ permissionSet }) => permissionSet);
  return policyOf([...sets.values()].flatMap(sharing));
}

function sharing(set: readonly Denial[]): Part[] {
  const parts: Part[] = [];
  for (let rest = set; rest.length > 0; ) {
    const before = Math.max(...rest.map(({ issuedBefore }) => issuedBefore.getTime()));
    const shares = (one: Denial) =>
      one.issuedBefore.getTime() === before || (one.seenIdle?.getTime() ?? 0) >= before;
    parts.push(...rest.filter(shares).map((one) => ({ ...one, before })));
    rest = rest.filter((one) => !shares(one));
  }
  return parts;
}

/** Whether there is no room for everybody's own moment. */
export function isCrowded(denials: readonly Denial[], limit = longestDocument): boolean {
  return exactly(denials).length > limit;
}

interface Part {
  readonly permissionSet: string;
  readonly userId: string;
  /** Epoch milliseconds. */
  readonly before: number;
}

function policyOf(parts: readonly Part[]): string {
  const groups = Map.groupBy(parts, ({ permissionSet, before }) => `${permissionSet} ${before}`);
  const statements = [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, [first, ...others]]) => {
      const users = [first, ...others].map((part) => part?.userId ?? '').sort();
      return statementOf(first?.permissionSet ?? '', users, first?.before ?? 0);
    });
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/**
 * Roles of Identity Center end in 16 characters of its own, which wildcards count: a set whose name
 * begins with another's is not meant. Between the path and the name there may be a region.
 * Source: "Referencing permission sets in resource policies" of the IAM Identity Center user guide.
 */
function statementOf(permissionSet: string, users: readonly string[], before: number): object {
  const role = `AWSReservedSSO_${permissionSet}_${'?'.repeat(16)}`;
  return {
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: {
      StringEquals: { 'identitystore:UserId': users.length === 1 ? users[0] : users },
      ArnLike: { 'aws:PrincipalArn': `arn:*:iam::*:role/aws-reserved/sso.amazonaws.com/*${role}` },
      DateLessThan: { 'aws:TokenIssueTime': `${new Date(before).toISOString().slice(0, 19)}Z` },
    },
  };
}

/** The statement with words in the place of what changes: what is agreed to. */
export const statementShape = JSON.stringify(statementOf('<set>', ['<user>'], 0)).replace(
  '1970-01-01T00:00:00Z',
  '<end of the lease>',
);
