import { decide, readPolicy } from '@sekisho/iam-policy';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Denial, documentOf, longestDocument } from './document.ts';
import { endsOf, type Had, sessionKey } from './ends.ts';

const account = '111111111111';
/** Seconds: sessions are issued and judged at whole ones. So few that leases often meet in one. */
const horizon = 200;
const start = Date.parse('2026-05-01T00:00:00Z');
const at = (second: number) => new Date(start + second * 1000);

interface Lease {
  readonly user: number;
  readonly set: number;
  readonly from: number;
  readonly lasts: number;
}

const lease: fc.Arbitrary<Lease> = fc.record({
  user: fc.nat(3),
  set: fc.nat(1),
  from: fc.nat(horizon),
  lasts: fc.integer({ min: 1, max: 60 }),
});

/** One set's name begins with the other's. */
const sets = ['Read', 'Read_Only'] as const;
const sessionSeconds = 100;

function hadBy({ user, set, from, lasts }: Lease, now: number, index: number): Had {
  const permissionSet = sets[set] ?? sets[0];
  return {
    ...{ account, permissionSet, permissionSetArn: '', userId: `user-${user}`, group: null },
    ...{ lease: `acc-${index}`, person: `person-${user}` },
    from: at(from),
    until: from + lasts <= now ? at(from + lasts) : null,
  };
}

/** Whether a policy denies a session of this user and set that was issued then. */
function isDenied(
  document: string | null,
  { userId, permissionSet }: Pick<Had, 'userId' | 'permissionSet'>,
  issued: number,
): boolean {
  if (document === null) return false;
  const role = `AWSReservedSSO_${permissionSet}_0123456789abcdef`;
  const context = {
    'identitystore:UserId': userId,
    'aws:TokenIssueTime': at(issued).toISOString(),
    'aws:PrincipalArn': `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/${role}`,
  };
  const request = { action: 's3:GetObject', resource: '*', context };
  return decide(readPolicy(document, 'identity'), request) === 'deny';
}

const worlds = fc.record({
  leases: fc.array(lease, { minLength: 1, maxLength: 14 }),
  now: fc.nat(horizon + 60),
  limit: fc.constantFrom(longestDocument, 1300, 900, 700, 500),
});

function policyAt({
  leases,
  now,
  limit,
}: {
  leases: readonly Lease[];
  now: number;
  limit: number;
}) {
  const had = leases.filter(({ from }) => from <= now).map((one, at) => hadBy(one, now, at));
  const ends = endsOf(had).filter(({ sessionsUntil }) => sessionsUntil > at(now));
  const denials: Denial[] = ends.map((end) => ({
    ...end,
    written: false,
    seenIdle: end.again ? null : at(now),
  }));
  return { had, ends, denials, ...documentOf(denials, limit) };
}

it('denies a session exactly when it outlived the access that it came of, while it can live', () => {
  fc.assert(
    fc.property(worlds, fc.nat(horizon), (world, back) => {
      const { had, document, left } = policyAt(world);
      const issued = world.now - (back % (sessionSeconds + 1));
      expect((document ?? '').length).toBeLessThanOrEqual(world.limit);
      for (const one of had) {
        const lost = left.some((each) => sessionKey({ account, ...each }) === sessionKey(one));
        const mine = had.filter((each) => sessionKey(each) === sessionKey(one));
        const gave = mine.filter(
          ({ from, until }) => from <= at(issued) && (until === null || until > at(issued)),
        );
        // Nobody gets a session that nothing gives.
        if (gave.length === 0) continue;
        expect(isDenied(document, one, issued)).toBe(!lost && !goesOn(mine, gave));
      }
    }),
    { numRuns: 800 },
  );
});

/** Whether access has been there without a break since a moment at which these gave it. */
function goesOn(all: readonly Had[], gave: readonly Had[]): boolean {
  let end: Date | null = new Date(0);
  for (const { until } of gave) end = until === null || (end !== null && until > end) ? until : end;
  for (let grown = true; grown && end !== null; ) {
    const until: Date = end;
    const longer = all.find(
      (one) => one.from <= until && (one.until === null || one.until > until),
    );
    grown = longer !== undefined;
    if (longer !== undefined) end = longer.until;
  }
  return end === null;
}

it('never denies a session that is issued from now on, whoever is granted something next', () => {
  fc.assert(
    fc.property(worlds, fc.nat(60), (world, later) => {
      const { had, document } = policyAt(world);
      for (const one of had) expect(isDenied(document, one, world.now + later)).toBe(false);
    }),
    { numRuns: 150 },
  );
});

it('lets nobody back in for somebody else: what is denied stays so when the policy is full', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (old, fresh) => {
      const one = (index: number, written: boolean): Denial => ({
        ...{ permissionSet: `Set${index}`, userId: `user-${index}`, seenIdle: at(100), written },
        ...{ issuedBefore: at(index), sessionsUntil: at(written ? 10 : 9000 + index) },
      });
      const before = documentOf(Array.from({ length: old }, (_, index) => one(index, true)));
      const held = Array.from({ length: old }, (_, index) => one(index, true)).filter(
        ({ userId }) => !before.left.some((each) => each.userId === userId),
      );
      const more = Array.from({ length: fresh }, (_, index) => one(old + index, false));
      const after = documentOf([...more, ...held]);
      expect(after.left.filter(({ written }) => written)).toEqual([]);
      expect(after.document?.length).toBeLessThanOrEqual(longestDocument);
    }),
    { numRuns: 60 },
  );
});

it('holds over a hundred people of one permission set in one policy', () => {
  const denials = Array.from({ length: 100 }, (_, index) => ({
    ...{ permissionSet: 'AdministratorAccess', seenIdle: at(100), written: false },
    userId: `97674a6c-9011-70b5-17d1-${String(index).padStart(12, '0')}`,
    ...{ issuedBefore: at(index), sessionsUntil: at(9000) },
  }));
  expect(documentOf(denials).left).toEqual([]);
});

it('shares no moment with who may have got access since their own, where the policy is full', () => {
  const one = (index: number, seenIdle: Date) => ({
    ...{ permissionSet: 'AdministratorAccess', written: false, seenIdle },
    ...{ userId: `user-${index}`, issuedBefore: at(index), sessionsUntil: at(9000) },
  });
  const others = Array.from({ length: 60 }, (_, index) => one(index, at(100)));
  // Seen without the set at 30, and with it, of their own, after that.
  const { document, left } = documentOf([...others, { ...one(20, at(30)), userId: 'user-now' }]);
  const had = { userId: 'user-now', permissionSet: 'AdministratorAccess' };
  expect(left).toEqual([]);
  expect([19, 40].map((issued) => isDenied(document, had, issued))).toEqual([true, false]);
});
