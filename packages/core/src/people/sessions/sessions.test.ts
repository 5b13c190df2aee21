import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../../test/support/world.ts';
import { refusal, roomyConfig } from '../../../test/leases.ts';
import { movingRoster } from '../../../test/moving-roster.ts';
import { signedIn } from '../../../test/sign-ins.ts';
import { hasSteppedUp } from '../step-up.ts';
import { principalOf, useSession } from './sessions.ts';
import type { SessionRow } from './store.ts';

const { config, without } = movingRoster(roomyConfig());
let world: TestWorld;
beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config });
});
afterAll(() => world.database.close());

const use = (secret: string, kind: 'console' | 'device' = 'console') =>
  useSession(world.core.house, secret, kind);

describe('a session', () => {
  it('is seen and ended by its person and by admins only', async () => {
    const { id, secret } = await signedIn(world, 'engineer');
    const seen = async (who: string) =>
      (await world.as(who, 'session.list', {})).some((session) => session.id === id);
    expect([await seen('engineer'), await seen('sre'), await seen('sre2')]).toEqual([
      ...[true, true, false],
    ]);
    expect(await refusal(world.as('sre2', 'session.revoke', { id }))).toBe('not-yours');
    expect(await use(secret)).toMatchObject({ id });
    await world.as('sre', 'session.revoke', { id });
    expect(await use(secret)).toBeNull();
    expect(await refusal(world.as('sre', 'session.revoke', { id: 'ses-x' }))).toBe(
      'session-not-found',
    );
  });

  it('ends when its person leaves the roster, and does not come back with them', async () => {
    const { id, secret } = await signedIn(world, 'engineer', 'device');
    await without('engineer', async () => expect(await use(secret, 'device')).toBeNull());
    expect(await use(secret, 'device')).toBeNull();
    const [newest] = await world.as('sre', 'timeline.list', { limit: 1 });
    expect(newest).toMatchObject({ action: 'session.dropped', subject: id });
  });

  it('ends with a new configuration although nobody uses it', async () => {
    const { secret } = await signedIn(world, 'engineer');
    await without('engineer', () => world.core.configChanged());
    expect(await use(secret)).toBeNull();
  });

  it('is no other kind’s, and nobody’s by another secret', async () => {
    const { secret } = await signedIn(world, 'engineer');
    expect(await use(secret, 'device')).toBeNull();
    for (const wrong of ['', 'ses_', `${secret}x`, secret.slice(4)]) {
      expect(await use(wrong)).toBeNull();
    }
  });
});

describe('what a session counts for', () => {
  const now = new Date('2026-05-01T12:00:00Z');
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const counts = (more: Partial<SessionRow>) => {
    const row = { person: 'sre', kind: 'console', passkey_at: null, ...more } as SessionRow;
    const who = principalOf(row, now);
    return [hasSteppedUp(who, 'login', now), hasSteppedUp(who, 'passkey', now)];
  };

  it('is a login for five minutes, and a passkey for five minutes after it was shown', () => {
    expect(counts({ authenticated_at: ago(299) })).toEqual([true, false]);
    expect(counts({ authenticated_at: ago(300) })).toEqual([false, false]);
    expect(counts({ authenticated_at: ago(3600), passkey_at: ago(299) })).toEqual([true, true]);
    expect(counts({ authenticated_at: ago(3600), passkey_at: ago(300) })).toEqual([false, false]);
  });

  it('is never a passkey on a command line', () => {
    const device = { kind: 'device', passkey_at: ago(1), authenticated_at: ago(1) } as const;
    expect(counts(device)).toEqual([true, false]);
  });

  it.each(['token', 'slack', 'none'] as const)('is nothing by %s', (assurance) => {
    const who = {
      id: 'sre',
      kind: 'person',
      assurance,
      authenticatedAt: now.toISOString(),
    } as const;
    expect([hasSteppedUp(who, 'login', now), hasSteppedUp(who, 'passkey', now)]).toEqual([
      ...[false, false],
    ]);
  });
});
