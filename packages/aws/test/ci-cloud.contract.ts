import { randomUUID } from 'node:crypto';
import type { CiCloud, CloudScope, RoleCredentials } from '@sekisho/core/cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './judges/eventually.ts';

/** What a judge may lack; a behaviour that needs it is then skipped under its own title. */
export type CiCapability = 'trust' | 'evaluation' | 'limits' | 'missing role';

/** Somebody who plays AWS, and a role of theirs that may be assumed and changed. */
export interface CiJudge {
  readonly cloud: CiCloud;
  readonly scope: CloudScope;
  /** Strong, and let in with this external id alone. */
  readonly roleArn: string;
  readonly externalId: string;
  /** Whether a session may list instances, as AWS says. */
  mayRead(credentials: RoleCredentials): Promise<boolean>;
  close(): Promise<void>;
}

export interface CiHarness {
  readonly name: string;
  readonly lacks: Readonly<Partial<Record<CiCapability, string>>>;
  open(): Promise<CiJudge>;
}

/** One suite of behaviours of `CiCloud`, whoever plays AWS. */
export function describeCiCloud(harness: CiHarness): void {
  describe(`CiCloud on ${harness.name}`, () => {
    let judge: CiJudge;
    beforeAll(async () => {
      judge = await harness.open();
    });
    afterAll(() => judge?.close());
    const needs = (capability: CiCapability, title: string, test: () => Promise<void>) => {
      const why = harness.lacks[capability];
      if (why === undefined) it(title, test);
      else it.skip(`${title} (not shown here: ${why})`, test);
    };
    describePolicies(() => judge, needs);
    describeSessions(() => judge, needs);
  });
}

type Needs = (capability: CiCapability, title: string, test: () => Promise<void>) => void;

function describePolicies(judge: () => CiJudge, needs: Needs): void {
  it('shows a role and its inline policies of a prefix, put, replaced and deleted', async () => {
    const { cloud, scope, roleArn } = judge();
    const prefix = uniqueName('shown');
    const name = `${prefix}-window`;
    for (const lease of ['L1', 'L2']) {
      await cloud.putRolePolicy(scope, { roleArn, name, document: denial(lease) });
      const seen = await cloud.role(scope, roleArn, prefix);
      expect(seen).toMatchObject({ arn: roleArn, maximumSessionSeconds: 3600 });
      expect(seen?.roleId).toMatch(/^AROA/);
      expect(seen?.policies).toEqual({ [name]: JSON.parse(denial(lease)) });
    }
    await cloud.deleteRolePolicy(scope, { roleArn, name });
    await cloud.deleteRolePolicy(scope, { roleArn, name });
    expect((await cloud.role(scope, roleArn, prefix))?.policies).toEqual({});
  });

  it('shows no role where there is none, and puts nothing on it', async () => {
    const { cloud, scope, roleArn } = judge();
    const none = roleArn.replace(/[^/]+$/, 'nobody');
    expect(await cloud.role(scope, none, '')).toBeNull();
    const put = cloud.putRolePolicy(scope, { roleArn: none, name: 'x', document: denial('L1') });
    await expect(put).rejects.toMatchObject({ failure: 'not-found' });
    await cloud.deleteRolePolicy(scope, { roleArn: none, name: 'x' });
  });

  it('touches no role of the same name in another account than the one meant', async () => {
    const { cloud, scope, roleArn } = judge();
    const other = roleArn.replace(scope.account, '999999999999');
    const put = cloud.putRolePolicy(scope, { roleArn: other, name: 'x', document: denial('L1') });
    await expect(put).rejects.toMatchObject({ failure: 'invalid', vendorCode: 'WrongAccount' });
    await expect(cloud.role(scope, other, '')).rejects.toMatchObject({ failure: 'invalid' });
    const gone = cloud.deleteRolePolicy(scope, { roleArn: other, name: 'x' });
    await expect(gone).rejects.toMatchObject({ failure: 'invalid' });
  });

  it('says that a document is none', async () => {
    const { cloud, scope, roleArn } = judge();
    const put = cloud.putRolePolicy(scope, { roleArn, name: 'sekisho-x', document: '{}' });
    await expect(put).rejects.toMatchObject({ failure: 'invalid' });
  });

  needs('limits', 'says that policies are together too long', async () => {
    const { cloud, scope, roleArn } = judge();
    const document = denial('x'.repeat(10_240));
    const put = cloud.putRolePolicy(scope, { roleArn, name: 'sekisho-long', document });
    await expect(put).rejects.toMatchObject({ failure: 'limit' });
  });
}

function describeSessions(judge: () => CiJudge, needs: Needs): void {
  it('gives credentials that last as long as was asked for', async () => {
    const { cloud, scope } = judge();
    const given = await cloud.assumeRole(scope, session(judge(), 'L1'));
    const soon = await cloud.assumeRole(scope, { ...session(judge(), 'L1'), seconds: 3600 });
    const longer = Date.parse(soon.expiresAt) - Date.parse(given.expiresAt);
    expect(Math.abs(longer - 2_700_000)).toBeLessThan(60_000);
    expect(given.accessKeyId).not.toBe(soon.accessKeyId);
    expect(given.secretAccessKey).not.toBe('');
    expect(given.sessionToken).not.toBe('');
  });

  needs('trust', 'is denied without the external id that the role asks for', async () => {
    const { cloud, scope } = judge();
    for (const externalId of [null, 'guessed']) {
      const asked = cloud.assumeRole(scope, { ...session(judge(), 'L1'), externalId });
      await expect(asked).rejects.toMatchObject({ failure: 'denied' });
    }
  });

  needs('missing role', 'is denied a role that there is not', async () => {
    const { cloud, scope, roleArn } = judge();
    const none = roleArn.replace(/[^/]+$/, 'nobody');
    const asked = cloud.assumeRole(scope, { ...session(judge(), 'L1'), roleArn: none });
    await expect(asked).rejects.toMatchObject({ failure: 'denied' });
  });

  needs('evaluation', 'tags sessions so that one lease’s can be ended alone', async () => {
    const { cloud, scope, roleArn, mayRead } = judge();
    const [first, second] = [uniqueName('L'), uniqueName('L')];
    const ended = await cloud.assumeRole(scope, session(judge(), first));
    const live = await cloud.assumeRole(scope, session(judge(), second));
    expect(await mayRead(ended)).toBe(true);
    const named = { roleArn, name: 'sekisho-ended' };
    await cloud.putRolePolicy(scope, { ...named, document: denial(first) });
    await eventually(10_000, async () => expect(await mayRead(ended)).toBe(false));
    expect(await mayRead(live)).toBe(true);
    await cloud.deleteRolePolicy(scope, named);
    await eventually(10_000, async () => expect(await mayRead(ended)).toBe(true));
  });

  needs('evaluation', 'narrows a session by its own policy', async () => {
    const { cloud, scope, mayRead } = judge();
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
    });
    const narrow = await cloud.assumeRole(scope, { ...session(judge(), 'L1'), policy });
    expect(await mayRead(narrow)).toBe(false);
  });
}

function session({ roleArn, externalId }: CiJudge, lease: string) {
  return {
    ...{ roleArn, externalId, sessionName: `sekisho-${lease}`, sourceIdentity: 'taro-suzuki' },
    ...{ tags: { 'sekisho:lease': lease }, seconds: 900, policy: null },
  };
}

function denial(lease: string): string {
  const Condition = { StringEquals: { 'aws:PrincipalTag/sekisho:lease': lease } };
  const statement = { Effect: 'Deny', Action: '*', Resource: '*', Condition };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

function uniqueName(prefix: string): string {
  return `${prefix}-${randomUUID().slice(0, 8)}`;
}
