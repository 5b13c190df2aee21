import { describe, expect, it } from 'vitest';
import { change, plan, policy, read } from '../../test/plan.ts';
import { diffLimits } from '../index.ts';

const attributesOf = (written: Parameters<typeof change>[0]) =>
  read(plan([change(written)])).diff.resources[0]?.attributes ?? [];

describe('the diff of a resource', () => {
  it('shows what changes by its path, and what is not known yet', () => {
    const found = attributesOf({
      type: 'a',
      before: { tags: { a: '1', b: '2' }, list: [1], same: 'x', id: 'old' },
      after: { tags: { a: '1', b: '3' }, list: [1, 2], same: 'x' },
      unknown: { id: true },
      change: { replace_paths: [['tags', 'b']] },
    });
    expect(found.map(({ path, forcesReplace }) => [path, forcesReplace])).toEqual([
      ...[
        ['tags.b', true],
        ['list.1', false],
        ['id', false],
      ],
    ]);
    expect(found[2]?.after).toEqual({ kind: 'unknown' });
  });

  it('compares a policy line by line, though it is one line of JSON', () => {
    const allow = (Action: string) => policy({ Effect: 'Allow', Action, Resource: '*' });
    const [first] = attributesOf({
      ...{ type: 'aws_iam_policy', before: { policy: allow('s3:GetObject') } },
      after: { policy: allow('s3:PutObject') },
    });
    const changed = first?.lines?.filter(({ sign }) => sign === '-' || sign === '+');
    expect(changed?.map(({ sign, text }) => `${sign}${text.trim()}`)).toEqual([
      '-"Action": "s3:GetObject",',
      '+"Action": "s3:PutObject",',
    ]);
  });

  it('keeps lines around a change only, and says how many it leaves out', () => {
    const text = (last: string) => [...Array.from({ length: 40 }, (_, n) => `line ${n}`), last];
    const [first] = attributesOf({
      ...{ type: 'a', before: { x: text('a').join('\n') } },
      after: { x: text('b').join('\n') },
    });
    expect(first?.lines?.[0]).toEqual({ sign: '…', text: '37' });
    expect(first?.lines).toHaveLength(6);
  });

  it('shows no character that turns the reading around', () => {
    const [first] = attributesOf({ type: 'a', after: { x: 'a\u202eb\u0007' } });
    expect(first?.after).toMatchObject({ text: '"a\\u{202e}b\\u0007"' });
  });

  it('stays within its limits, and counts what it leaves out', () => {
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`a${n}`, n]));
    const [first] = read(plan([change({ type: 'a', after: many })])).diff.resources;
    expect(first?.attributes).toHaveLength(diffLimits.attributes);
    expect(first?.leftOut).toBe(900 - diffLimits.attributes);
    const [long] = attributesOf({ type: 'a', after: { x: 'y'.repeat(5000) } });
    expect(long?.after).toMatchObject({ cut: 5002 - diffLimits.text });
  });
});
