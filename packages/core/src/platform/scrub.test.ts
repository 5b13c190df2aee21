import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { contextOf, createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { roomyConfig } from '../../test/leases.ts';
import { scrub } from './scrub.ts';

/** Put together here, so that no scanner takes this file for a leak. */
const typed = {
  'an AWS access key id': ['AKIA', 'IOSFODNN7EXAMPLE'],
  'a GitHub token': ['ghp', '_16C7e42F292c6912E7710c838347Ae178B4a'],
  'a Slack token': ['xoxb', '-123456789012-abcdefghijkl'],
  'one of our tokens': ['sk', `_${'a1B2'.repeat(10)}xyz`],
  'a JSON Web Token': ['eyJ', 'hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl'],
  'a private key': ['-----BEGIN RSA PRIVATE', ' KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----'],
} as const;

describe('what people write', () => {
  it.each(Object.entries(typed))('loses %s and keeps the rest', (_name, parts) => {
    expect(scrub(`look at ${parts.join('')} 遅い`)).toBe('look at [secret removed] 遅い');
  });

  it.each([
    ['DB_PASSWORD=hunter2 psql', 'DB_PASSWORD=[secret removed] psql'],
    ['aws_secret_access_key: "abc/def+ghi"', 'aws_secret_access_key: "[secret removed]"'],
    ['token=[secret removed]', 'token=[secret removed]'],
    ['postgres://app:hunter2@db/main', 'postgres://app:[secret removed]@db/main'],
    ['postgres://app:a/b@c@db/main', 'postgres://app:[secret removed]@db/main'],
    ['redis://:hunter2@db and ops@x', 'redis://:[secret removed]@db and ops@x'],
  ])('loses the value in %j', (text, kept) => {
    expect(scrub(text)).toBe(kept);
  });

  it.each([
    'look at the slow query',
    'rotate the token: it expires on Friday',
    'pull https://registry.example.com:5000/app@sha256:1a2b',
    'パスワード再設定のバグ (OPS-12)',
    'see https://wiki.example.com:8443/pages/sk_notes and ops-7k3f9q2m',
  ])('is kept as it is: %j', (text) => {
    expect(scrub(text)).toBe(text);
  });
});

describe('a secret typed into a reason', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createWorld({ database: await openTestDatabase(), config: roomyConfig() });
  });
  afterAll(() => world.database.close());

  it('is nowhere in the database, whether it was granted, refused or replayed', async () => {
    const secret = typed['a GitHub token'].join('');
    const keyed = contextOf('engineer', { idempotencyKey: 'slip' });
    const wish = { environment: 'staging', reason: `clone with ${secret}`, ticket: secret };
    const { id } = await world.core.call('ops.start', keyed, wish);
    await world.core.call('ops.start', keyed, wish);
    await world.live(5);
    await world.as('engineer', 'ops.hold', { id, for: '10m', reason: secret });
    const refused = world.as('engineer', 'lease.stop-all', { reason: secret });
    await expect(refused).rejects.toMatchObject({ code: 'role-too-weak' });
    expect((await world.as('engineer', 'ops.show', { id })).reason).toBe(
      'clone with [secret removed]',
    );
    const { kysely } = world.database;
    for (const { name } of await kysely.introspection.getTables()) {
      const rows = await kysely.selectFrom(name).selectAll().execute();
      expect(JSON.stringify(rows), name).not.toContain(secret);
    }
    const instances = await instancesOf(id);
    expect(instances).toHaveLength(1);
    expect(JSON.stringify(instances)).not.toContain(secret);
  });

  /** Tags are readable to everyone in the account. */
  function instancesOf(id: string) {
    const scope = { environment: 'staging', account: '222222222222', region: 'ap-northeast-1' };
    return world.cloud.instancesByTag(scope, 'sekisho:lease', [id]);
  }
});
