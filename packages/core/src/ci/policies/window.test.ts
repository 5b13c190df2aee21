import { type LentPolicy, lentLength } from '@sekisho/config';
import { decide, readPolicy } from '@sekisho/iam-policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Strong, sessionPolicy, windowPolicy } from './window.ts';

const start = Date.parse('2026-05-01T00:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
const roleId = 'AROAWINDOW';

interface Asked {
  readonly userid: string;
  readonly seconds: number;
  readonly action?: string;
}

/** What all windows together say. */
function allows(documents: readonly string[], { userid, seconds, action = 'ec2:Any' }: Asked) {
  const statements = documents.flatMap((document) => readPolicy(document, 'identity'));
  const context = { 'aws:userid': userid, 'aws:CurrentTime': at(seconds) };
  return decide(statements, { action, resource: '*', context }) === 'allow';
}

const anyWindow = fc
  .record({
    name: fc.constantFrom('run-1', 'run-2', 'run-3'),
    from: fc.integer({ min: 0, max: 50 }),
    length: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ name, from, length }) => ({ name, from, until: from + length }));

describe('a window', () => {
  it('neither lengthens nor cuts those beside it', () => {
    const anySecond = fc.integer({ min: -1, max: 101 });
    const anyName = fc.constantFrom('run-1', 'run-2', 'run-3', 'run-10');
    fc.assert(
      fc.property(
        fc.array(anyWindow, { maxLength: 6 }),
        anySecond,
        anyName,
        (all, second, name) => {
          const documents = all.map((one) =>
            windowPolicy({
              ...{ from: at(one.from), until: at(one.until), roleId, strong: '*' },
              sessionNames: [one.name],
            }),
          );
          const wanted = all.some(
            (one) => one.name === name && one.from <= second && second < one.until,
          );
          expect(allows(documents, { userid: `${roleId}:${name}`, seconds: second })).toBe(wanted);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives nothing to another session, to another role, or to a role that is made anew', () => {
    const open = { from: at(0), until: at(60), roleId, sessionNames: ['run-1'] };
    const documents = [windowPolicy({ ...open, strong: '*' })];
    expect(allows(documents, { userid: `${roleId}:run-1`, seconds: 30 })).toBe(true);
    for (const userid of [`${roleId}:run-2`, `${roleId}:run-*`, 'AROAPLAN:run-1', 'run-1', '']) {
      expect(allows(documents, { userid, seconds: 30 })).toBe(false);
    }
  });

  it('lends what the statements allow, under their own conditions too', () => {
    const StringEquals = { 'aws:RequestedRegion': 'ap-northeast-1' };
    const strong = [
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
      { Effect: 'Allow', Action: 'ec2:*', Resource: '*', Condition: { StringEquals } },
    ] as const;
    const open = { from: at(0), until: at(60), roleId, sessionNames: ['run-1'] };
    const documents = [windowPolicy({ ...open, strong })];
    const asked = { userid: `${roleId}:run-1`, seconds: 30 };
    expect(allows(documents, { ...asked, action: 's3:PutObject' })).toBe(true);
    expect(allows(documents, { ...asked, action: 'iam:CreateUser' })).toBe(false);
    expect(allows(documents, { ...asked, action: 'ec2:RunInstances' })).toBe(false);
    expect(allows(documents, { ...asked, action: 's3:PutObject', seconds: 60 })).toBe(false);
  });

  it('is never longer than it was lent for, whatever the parts of a second', () => {
    const odd = { from: '2026-05-01T00:00:00.400Z', until: '2026-05-01T00:00:09.900Z' };
    const document = windowPolicy({ ...odd, roleId, sessionNames: ['run-1'], strong: '*' });
    expect(document).toContain('"2026-05-01T00:00:01Z"');
    expect(document).toContain('"2026-05-01T00:00:09Z"');
  });

  it('is as long as the check of the configuration measured it, and so is a session’s policy', () => {
    const all = { Effect: 'Allow', Action: '*', Resource: '*' } as const;
    const Condition = {
      DateLessThan: { 'aws:TokenIssueTime': at(9) },
      StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
    };
    const policy: LentPolicy = { Version: '2012-10-17', Statement: [all, { ...all, Condition }] };
    const strong = policy.Statement as Strong;
    const open = { from: at(0), until: at(60), roleId: 'AROA1234567890EXAMPLE' };
    const window = windowPolicy({ ...open, strong, sessionNames: ['sekisho-ci-7k3f9q2m'] });
    expect(window).toHaveLength(lentLength(policy, 'window'));
    expect(sessionPolicy(at(60), strong)).toHaveLength(lentLength(policy, 'broker'));
  });

  it('refuses what could reach beyond it', () => {
    const open = { from: at(0), until: at(60), roleId, sessionNames: ['run-1'] };
    const all = { Action: '*', Resource: '*' } as const;
    const own = { StringEquals: { 'AWS:UserId': 'AROAOTHER:x' } };
    expect(() => windowPolicy({ ...open, strong: '*', sessionNames: [] })).toThrow(RangeError);
    expect(() => windowPolicy({ ...open, strong: [{ ...all, Effect: 'Deny' }] })).toThrow(/denied/);
    const conditioned = [{ ...all, Effect: 'Allow', Condition: own }] as const;
    expect(() => windowPolicy({ ...open, strong: conditioned })).toThrow(/of its own/);
    expect(() => windowPolicy({ ...open, strong: '*', until: 'soon' })).toThrow(/no time/);
  });
});
