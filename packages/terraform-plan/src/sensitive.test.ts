import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, plan, read } from '../test/plan.ts';

/** A value with its mask; `true` in the mask stands where its leaves begin with `secret-`. */
interface Masked {
  readonly value: unknown;
  readonly mask: unknown;
}

let number = 0;
const secret = (): Masked => ({ value: `secret-${(number += 1)}-leaf`, mask: true });

const masked: fc.Memo<Masked> = fc.memo((depth) => {
  const leaf = fc.oneof(
    fc.constantFrom<Masked>({ value: 'plain', mask: false }, { value: 1, mask: false }),
    fc.constant(null).map(secret),
    fc.constant(null).map((): Masked => ({ value: { a: [secret().value] }, mask: true })),
  );
  if (depth <= 1) return leaf;
  const list = fc.array(masked(), { maxLength: 3 }).map(
    (items): Masked => ({
      value: items.map(({ value }) => value),
      mask: items.map(({ mask }) => mask),
    }),
  );
  const names = fc.constantFrom('policy', 'ingress', 'cidr_blocks', '__proto__', 'a.b', 'password');
  const object = fc.array(fc.tuple(names, masked()), { maxLength: 4 }).map((entries): Masked => {
    // By definition, for an assignment would reach the prototype.
    const of = (pick: 'value' | 'mask') =>
      JSON.parse(
        `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one[pick])}`).join(',')}}`,
      ) as unknown;
    return { value: of('value'), mask: of('mask') };
  });
  return fc.oneof(leaf, list, object);
});

const types = ['aws_iam_policy', 'aws_security_group', 'aws_db_instance', 'terraform_data'];

describe('what is sensitive', () => {
  it('appears in no summary and no diff, however it is nested', () => {
    const side = masked(4).map((inner): Masked => {
      return { value: { policy: inner.value }, mask: { policy: inner.mask } };
    });
    const property = fc.property(
      ...([side, side, masked(3), fc.constantFrom(...types)] as const),
      (before, after, output, type) => {
        const both = change({
          ...{ type, before: before.value as never, after: after.value as never },
          ...{ beforeSensitive: before.mask, afterSensitive: after.mask },
        });
        const output_changes = {
          o: {
            ...{ actions: ['update'], before: before.value, before_sensitive: before.mask },
            ...{ after: output.value, after_sensitive: output.mask, after_unknown: false },
          },
        };
        const seen = read(plan([both], { output_changes, resource_drift: [both] }));
        expect(JSON.stringify(seen)).not.toContain('secret-');
      },
    );
    fc.assert(property, { numRuns: 150 });
  });

  it('is hidden on the side whose mask forgot it', () => {
    const { diff } = read(
      plan([
        change({
          ...{ type: 'a', before: { x: 'was-secret' }, after: { x: 'now-public' } },
          ...{ beforeSensitive: { x: true }, afterSensitive: {} },
        }),
      ]),
    );
    expect(diff.resources[0]?.attributes).toMatchObject([
      { before: { kind: 'sensitive' }, after: { kind: 'sensitive' } },
    ]);
  });

  it('is hidden where a provider hands it back without a mask, also within other text', () => {
    const seen = read(
      plan([
        change({
          ...{
            type: 'terraform_data',
            after: { input: 'hunter2hunter2', output: 'hunter2hunter2' },
          },
          afterSensitive: { input: true },
        }),
        change({ type: 'a', name: 'url', after: { url: 'postgres://u:hunter2hunter2@db' } }),
      ]),
    );
    expect(JSON.stringify(seen)).not.toContain('hunter2');
  });

  it('is hidden where it is a number, also where that comes back as text, or text as a number', () => {
    const seen = read(
      plan([
        change({
          ...{ type: 'terraform_data', before: { input: 1, output: 5 } },
          after: { input: [918273645, '564738291'], output: 918273645 },
          afterSensitive: { input: true },
        }),
        change({ type: 'a', after: { id: 564738291, url: 'x:918273645@db', other: 400123 } }),
      ]),
    );
    expect(JSON.stringify(seen)).not.toMatch(/918273645|564738291/);
    expect(JSON.stringify(seen)).toContain('400123');
  });

  it('is hidden where a variable that is declared sensitive shows up', () => {
    const seen = read(
      plan([change({ type: 'a', after: { x: 'hunter2hunter2' } })], {
        variables: { pw: { value: 'hunter2hunter2' }, other: { value: 'kept-nowhere' } },
        configuration: { root_module: { variables: { pw: { sensitive: true } } } },
      }),
    );
    expect(JSON.stringify(seen)).not.toMatch(/hunter2|kept-nowhere/);
  });

  it('is everything where a mask is missing or does not fit', () => {
    for (const afterSensitive of ['yes', [true], { x: { y: true } }, null]) {
      const after = { x: 'visible' };
      const one = change({ type: 'a', after, afterSensitive });
      const hiding = { ...(one['change'] as object), after_sensitive: afterSensitive };
      expect(JSON.stringify(read(plan([{ ...one, change: hiding }])))).not.toContain('visible');
    }
    const { after_sensitive: _, ...without } = change({ type: 'a', after: { x: 'visible' } })[
      'change'
    ] as Record<string, unknown>;
    const bare = { ...change({ type: 'a' }), change: without };
    expect(JSON.stringify(read(plan([bare])))).not.toContain('visible');
  });
});
