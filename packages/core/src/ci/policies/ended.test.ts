import { decide, readPolicy } from '@sekisho/iam-policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, leaseTag, roomBeside } from './document.ts';
import { endedPolicy } from './ended.ts';

const now = '2026-05-01T00:00:00.000Z';
const later = '2026-05-01T01:00:00.000Z';
const strong = documentOf([{ Effect: 'Allow', Action: '*', Resource: '*' }]);

/** Whether a session of a strong role may act; null is a session without the tag. */
function mayAct(document: string | null, lease: string | null): boolean {
  const documents = document === null ? [strong] : [strong, document];
  const statements = documents.flatMap((each) => readPolicy(each, 'identity'));
  const context: Record<string, string> =
    lease === null ? {} : { [`aws:PrincipalTag/${leaseTag}`]: lease };
  return decide(statements, { action: 'ec2:Any', resource: '*', context }) === 'allow';
}

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(8, '0')}`);
const endedAs = (leases: readonly string[], sessionsUntil = later) =>
  leases.map((lease) => ({ lease, sessionsUntil }));

describe('the denial of ended leases', () => {
  it('denies them all and no live one, however long the lists and however little the room', () => {
    const sizes = fc.record({
      dead: fc.integer({ min: 0, max: 60 }),
      alive: fc.integer({ min: 0, max: 60 }),
      room: fc.integer({ min: 120, max: 1500 }),
    });
    fc.assert(
      fc.property(sizes, ({ dead, alive, room }) => {
        const [gone, live] = [ids('E', dead), ids('L', alive)];
        const { document, left } = endedPolicy({ ended: endedAs(gone), live, now, room });
        expect(document?.length ?? 0).toBeLessThanOrEqual(room);
        expect(live.filter((lease) => !mayAct(document, lease))).toEqual([]);
        expect(gone.filter((lease) => mayAct(document, lease))).toEqual(left.toSorted());
        expect(mayAct(document, null)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('names the live ones when the ended ones are too many, and leaves none of those out', () => {
    const order = { ended: endedAs(ids('E', 900)), live: ids('L', 3), now, room: 10_240 };
    const policy = endedPolicy(order);
    expect(policy).toMatchObject({ names: 'live', left: [] });
    expect(mayAct(policy.document, 'another-lease')).toBe(false);
    expect(endedPolicy({ ...order, live: [] })).toMatchObject({ names: 'live', left: [] });
  });

  it('names those first whose sessions last longest when nothing else has room', () => {
    const soon = endedAs(ids('S', 20), '2026-05-01T00:05:00.000Z');
    const ended = [...soon, ...endedAs(ids('E', 5))];
    const policy = endedPolicy({ ended, live: ids('L', 90), now, room: 220 });
    expect(policy.names).toBe('ended');
    expect(ids('E', 5).some((lease) => mayAct(policy.document, lease))).toBe(false);
    expect(policy.left.every((lease) => lease.startsWith('S-'))).toBe(true);
    expect(policy.left.length).toBeGreaterThan(0);
  });

  it('forgets a lease once its sessions have expired by any clock that could sign', () => {
    const order = { live: [], now, room: 10_240 };
    const within = endedAs(['E-1'], '2026-04-30T23:56:00.000Z');
    expect(mayAct(endedPolicy({ ...order, ended: within }).document, 'E-1')).toBe(false);
    const over = endedAs(['E-1'], '2026-04-30T23:54:00.000Z');
    expect(endedPolicy({ ...order, ended: over }).document).toBeNull();
  });

  it('has the room that the role’s other policies leave it', () => {
    const policies = { strong: JSON.parse(strong) as unknown, 'sekisho-ended': { replaced: true } };
    expect(roomBeside(policies, 'sekisho-ended')).toBe(10_240 - strong.length);
  });
});
