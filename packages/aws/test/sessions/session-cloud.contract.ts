import { CloudError } from '@sekisho/core/cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionHarness, SessionJudge } from './harness.ts';

const names = { beginning: 'sekisho-live-sessions' };

function documentFor(user: string): string {
  const Condition = { StringEquals: { 'identitystore:UserId': user } };
  const statement = { Effect: 'Deny', Action: '*', Resource: '*', Condition };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

/** One suite of behaviours of `SessionCloud`, whoever implements it and whoever plays AWS. */
export function describeSessionCloud(harness: SessionHarness): void {
  describe(`SessionCloud on ${harness.name}`, () => {
    let judge: SessionJudge;
    beforeAll(async () => {
      judge = await harness.open();
    });
    afterAll(() => judge?.close());
    const now = () => judge.cloud.sessionPolicies(judge.scope, names);

    it('makes a policy for an account, changes what it says, and takes it away', async () => {
      const { cloud, scope } = judge;
      const [account, other] = judge.accounts;
      expect(await now()).toEqual([]);
      await cloud.denySessions(scope, names, { account, document: documentFor('one') });
      await cloud.denySessions(scope, names, { account: other, document: documentFor('two') });
      await cloud.denySessions(scope, names, { account, document: documentFor('three') });
      const said = await now();
      expect(said).toHaveLength(2);
      expect(said).toEqual(
        expect.arrayContaining([
          { account, document: documentFor('three'), attached: true },
          { account: other, document: documentFor('two'), attached: true },
        ]),
      );
      for (const each of [account, other]) await cloud.allowSessions(scope, names, each);
      expect(await now()).toEqual([]);
    });

    it('does the same twice without an error', async () => {
      const { cloud, scope } = judge;
      const [account] = judge.accounts;
      const order = { account, document: documentFor('one') };
      await cloud.denySessions(scope, names, order);
      await cloud.denySessions(scope, names, order);
      expect(await now()).toEqual([{ ...order, attached: true }]);
      await cloud.allowSessions(scope, names, account);
      await cloud.allowSessions(scope, names, account);
      expect(await now()).toEqual([]);
    });

    it('sees and touches no policy of another installation under its name', async () => {
      const { cloud, stranger, scope } = judge;
      const [account] = judge.accounts;
      const order = { account, document: documentFor('one') };
      await stranger.denySessions(scope, names, order);
      expect(await now()).toEqual([]);
      const failure = (work: Promise<void>) =>
        work.then(
          () => null,
          (error: unknown) => (error instanceof CloudError ? error.failure : error),
        );
      const mine = { account, document: documentFor('two') };
      expect(await failure(cloud.denySessions(scope, names, mine))).toBe('denied');
      expect(await failure(cloud.allowSessions(scope, names, account))).toBe('denied');
      expect(await stranger.sessionPolicies(scope, names)).toEqual([{ ...order, attached: true }]);
      await stranger.allowSessions(scope, names, account);
    });
  });
}
