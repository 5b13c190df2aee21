import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { contextOf, createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { refusal } from '../../test/leases.ts';
import { createBackupJudge } from './begin.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase() });
});
afterAll(() => world.database.close());

const asked = { recipients: [], unencrypted: true, practice: false };
const admin = (assurance: 'oidc' | 'passkey' | 'slack', secondsAgo: number) => {
  const at = new Date(world.clock.now().getTime() - secondsAgo * 1000);
  const { principal } = contextOf('sre');
  return contextOf('sre', {
    principal: { ...principal, assurance, authenticatedAt: at.toISOString() },
  });
};

describe('a backup of a real installation', () => {
  it('needs an admin who signed in within minutes, with a browser', async () => {
    const judge = createBackupJudge(world.core.house);
    expect(await refusal(judge(admin('oidc', 301), asked))).toBe('login-too-old');
    expect(await refusal(judge(admin('slack', 1), asked))).toBe('login-too-old');
    await judge(admin('oidc', 60), asked);
    await judge(admin('passkey', 60), asked);
  });

  it('stays in clear only when that is said', async () => {
    const judge = createBackupJudge(world.core.house);
    const silent = { ...asked, unencrypted: false };
    expect(await refusal(judge(admin('oidc', 1), silent))).toBe('backup-unencrypted');
    await judge(admin('oidc', 1), { ...silent, recipients: ['age1…'] });
    await judge(contextOf('sre'), { ...silent, practice: true });
  });
});
