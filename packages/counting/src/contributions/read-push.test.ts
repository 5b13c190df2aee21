import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionsOfPush, readPush } from './read-push.ts';

const one = { minute: 29_000_000, good: 3, bad: 1, excluded: 0, clientErrors: 1 };
const whole = {
  version: 1,
  service: 'shop',
  source: 'graphql',
  segment: 'pod-1/2026-10-04T00:00:00.000Z/0',
  extent: 4,
  minutes: [one],
};

const count = fc.nat(1_000_000);
const minutes = fc
  .uniqueArray(
    fc.record({ minute: fc.nat(50_000_000), good: count, bad: count, excluded: count }),
    {
      selector: ({ minute }) => minute,
      maxLength: 20,
    },
  )
  .map((list) => list.toSorted((a, b) => a.minute - b.minute));

describe('a push', () => {
  it('is read as it was written, and its days are its minutes', () => {
    fc.assert(
      fc.property(minutes, count, (list, extent) => {
        const sent = {
          ...whole,
          extent,
          minutes: list.map((each) => ({ ...each, clientErrors: each.bad })),
        };
        const read = readPush(JSON.parse(JSON.stringify({ ...sent, newer: 'said' })));
        const { version: _, ...push } = sent;
        expect(read).toEqual({ push });
        if (!('push' in read)) return;
        const parts = contributionsOfPush(read.push, 'hash');
        expect(parts.flatMap((part) => part.minutes)).toEqual(list);
        for (const part of parts) {
          expect(part).toMatchObject({
            definition: 'hash',
            source: 'graphql',
            segment: whole.segment,
            extent,
          });
          for (const { minute } of part.minutes) {
            expect(new Date(minute * 60_000).toISOString().slice(0, 10)).toBe(part.day);
          }
        }
      }),
    );
  });

  it.each([
    ['version', { version: 2 }],
    ['service', { service: '' }],
    ['service', { service: 'a\u001b[31m' }],
    ['source', { source: 7 }],
    ['segment', { segment: 'x'.repeat(201) }],
    ['extent', { extent: -1 }],
    ['extent', { extent: 1.5 }],
    ['minutes', { minutes: {} }],
    ['minutes', { minutes: Array.from({ length: 1441 }, (_, at) => ({ ...one, minute: at })) }],
    ['minutes[0]', { minutes: [null] }],
    ['minutes[0].minute', { minutes: [{ ...one, minute: 4_223_371_680 }] }],
    ['minutes[1].minute', { minutes: [one, one] }],
    ['minutes[0].good', { minutes: [{ ...one, good: '3' }] }],
    ['minutes[0].bad', { minutes: [{ ...one, bad: 2 ** 53 }] }],
    ['minutes[0].excluded', { minutes: [{ ...one, excluded: undefined }] }],
    ['minutes[0]', { minutes: [{ ...one, good: 2 ** 53 - 1 }] }],
    ['minutes[0].clientErrors', { minutes: [{ ...one, clientErrors: 5 }] }],
  ])('is refused for its %s in %o', (field, wrong) => {
    expect(readPush({ ...whole, ...wrong })).toMatchObject({ problem: { field } });
  });

  it('is read or refused, whatever was sent', () => {
    const parts = fc.dictionary(
      fc.constantFrom(...Object.keys(whole), '__proto__', 'constructor'),
      fc.oneof(
        fc.jsonValue(),
        fc.array(fc.dictionary(fc.constantFrom(...Object.keys(one)), fc.jsonValue())),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), parts), fc.boolean(), (json, alone) => {
        const read = readPush(alone ? json : Object.assign({}, whole, json));
        if ('push' in read) contributionsOfPush(read.push, 'hash');
        else expect(read.problem.field).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });
});
