import { describe, expect, it } from 'vitest';
import { change, found, plan, read, risksOf } from '../../test/plan.ts';
import { lostKinds, statefulTypes } from '../index.ts';

describe('what a plan takes away', () => {
  it.each([
    ['aws_db_instance', 'database'],
    ['aws_dynamodb_table', 'table'],
    ['aws_s3_bucket', 'objects'],
    ['aws_kms_key', 'key'],
    ['aws_route53_zone', 'zone'],
    ['google_sql_database_instance', 'database'],
  ])('tells that %s goes with its %s', (type, lost) => {
    expect(found({ type, before: { id: 'a' } })[0]).toMatchObject({
      code: 'destroy-stateful',
      severity: 'danger',
      facts: { lost },
    });
  });

  it('tells which attribute replaces a database', () => {
    const [first] = found({
      ...{ type: 'aws_db_instance', actions: ['delete', 'create'] },
      ...{ before: { username: 'a' }, after: { username: 'b' } },
      change: { replace_paths: [['username']] },
    });
    expect(first).toMatchObject({ code: 'replace-stateful', facts: { because: 'username' } });
  });

  it('warns of what it does not know, and only notes what is made anew every day', () => {
    expect(risksOf({ type: 'acme_ledger', before: { id: 'a' } })).toEqual(['warning destroy']);
    const actions = ['create', 'delete'];
    const sides = { before: { a: 1 }, after: { a: 2 } };
    expect(risksOf({ type: 'aws_ecs_task_definition', actions, ...sides })).toEqual([
      'note replace',
    ]);
  });

  it('says that a trail is a guardrail, and that a forgotten bucket is not gone', () => {
    expect(risksOf({ type: 'aws_cloudtrail', before: { name: 'a' } })).toEqual([
      'danger guardrail-removed',
    ]);
    expect(risksOf({ type: 'aws_s3_bucket', before: { a: 1 }, actions: ['forget'] })).toEqual([
      'warning forget-stateful',
    ]);
  });

  it('lists no type under two kinds', () => {
    const types = lostKinds.flatMap(statefulTypes);
    expect(new Set(types).size).toBe(types.length);
  });

  it('puts a destroyed database before a thousand new things', () => {
    const many = Array.from({ length: 1200 }, (_, index) =>
      change({ type: 'aws_thing', name: `t${index}`, before: { a: 1 } }),
    );
    const { summary } = read(
      plan([...many, change({ type: 'aws_db_instance', before: { a: 1 } })]),
    );
    expect(summary.risks[0]?.code).toBe('destroy-stateful');
    expect(summary.risks).toHaveLength(1000);
    expect(summary.riskCounts).toEqual({ danger: 1, warning: 1200, note: 0 });
  });
});
