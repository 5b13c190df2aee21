import { describe, expect, it } from 'vitest';
import { practiceCi } from '../seed-roles.ts';
import { createRng } from '../world/rng.ts';
import { instantTiming } from '../world/timing.ts';
import { createInProcessCiCloud } from './in-process-ci-cloud.ts';

const scope = { environment: 'staging', account: '222222222222', region: 'ap-northeast-1' };
const arnOf = (name: string) => `arn:aws:iam::${scope.account}:role/${name}`;
const applyRole = arnOf(practiceCi.applyRole);
const windowRole = arnOf(practiceCi.windowRole);
const { repository, workflow, environment, audience } = practiceCi;
const claims = {
  aud: audience,
  sub: `repo:${repository.owner}/${repository.name}:environment:${environment}`,
  repository_id: repository.id,
  job_workflow_ref: workflow,
};

function open(policyMs = 0) {
  const clock = { now: Date.parse('2026-05-01T00:00:00Z') };
  const timing = { ...instantTiming, policyMs };
  const ci = createInProcessCiCloud({ now: () => clock.now, rng: createRng(1).next, timing });
  return { clock, ci };
}

const session = {
  roleArn: applyRole,
  sessionName: 'sekisho-L1',
  sourceIdentity: 'alice',
  externalId: practiceCi.externalId,
  tags: { 'sekisho:lease': 'L1' },
  seconds: 900,
  policy: null,
};

function statement(effect: string, condition: object, more: object = {}) {
  const one = { Effect: effect, Action: '*', Resource: '*', Condition: condition, ...more };
  return JSON.stringify({ Version: '2012-10-17', Statement: [one] });
}

describe('createInProcessCiCloud', () => {
  it('lends the broker’s role until its credentials expire', async () => {
    const { clock, ci } = open();
    const given = await ci.assumeRole(scope, session);
    expect(given.expiresAt).toBe('2026-05-01T00:15:00.000Z');
    expect(ci.mayDo(given, 'ec2:TerminateInstances')).toBe(true);
    clock.now = Date.parse(given.expiresAt);
    expect(ci.mayDo(given, 'ec2:TerminateInstances')).toBe(false);
  });

  it('lets nobody in with another external id, or none, or without leave to tag', async () => {
    const { ci } = open();
    for (const externalId of ['guessed', null]) {
      const asked = ci.assumeRole(scope, { ...session, externalId });
      await expect(asked).rejects.toMatchObject({ failure: 'denied', vendorCode: 'AccessDenied' });
    }
    const trust = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
    };
    const input = { RoleName: practiceCi.applyRole, PolicyDocument: JSON.stringify(trust) };
    ci.send(scope, 'UpdateAssumeRolePolicy', input);
    await expect(ci.assumeRole(scope, session)).rejects.toMatchObject({ failure: 'denied' });
  });

  it('ends one lease’s sessions by their tag and leaves the others', async () => {
    const { ci } = open();
    const first = await ci.assumeRole(scope, session);
    const tags = { 'sekisho:lease': 'L2' };
    const second = await ci.assumeRole(scope, { ...session, tags });
    const document = statement('Deny', {
      StringEquals: { 'aws:PrincipalTag/sekisho:lease': 'L1' },
    });
    await ci.putRolePolicy(scope, { roleArn: applyRole, name: 'sekisho-ended', document });
    expect(ci.mayDo(first, 'ec2:RunInstances')).toBe(false);
    expect(ci.mayDo(second, 'ec2:RunInstances')).toBe(true);
    const policy = { roleArn: applyRole, name: 'sekisho-ended' };
    await ci.deleteRolePolicy(scope, policy);
    await ci.deleteRolePolicy(scope, policy);
    expect(ci.mayDo(first, 'ec2:RunInstances')).toBe(true);
  });

  it('decides by a policy only once it has arrived, and by its times exactly', async () => {
    const { clock, ci } = open(3000);
    const given = ci.enter(windowRole, 'run-7', claims, 3600);
    const until = '2026-05-01T00:10:00Z';
    const document = statement('Allow', { DateLessThan: { 'aws:CurrentTime': until } });
    await ci.putRolePolicy(scope, { roleArn: windowRole, name: 'sekisho-window-L1', document });
    expect(ci.mayDo(given, 'ec2:RunInstances')).toBe(false);
    clock.now += 3000;
    expect(ci.mayDo(given, 'ec2:RunInstances')).toBe(true);
    clock.now = Date.parse(until) - 1;
    expect(ci.mayDo(given, 'ec2:RunInstances')).toBe(true);
    clock.now += 1;
    expect(ci.mayDo(given, 'ec2:RunInstances')).toBe(false);
  });

  it('lets a change conflict with another, and take its time, by fault', async () => {
    const { clock, ci } = open();
    const given = await ci.assumeRole(scope, session);
    const document = statement('Deny', {});
    const policy = { roleArn: applyRole, name: 'sekisho-ended', document };
    ci.world.faults = [
      { kind: 'conflict', operations: ['PutRolePolicy'], times: 1 },
      { kind: 'slow-change', operations: ['PutRolePolicy'], times: 1, delayMs: 60_000 },
    ];
    await expect(ci.putRolePolicy(scope, policy)).rejects.toMatchObject({ failure: 'conflict' });
    await ci.putRolePolicy(scope, policy);
    clock.now += 59_999;
    expect(ci.mayDo(given, 'ec2:RunInstances')).toBe(true);
    clock.now += 1;
    expect(ci.mayDo(given, 'ec2:RunInstances')).toBe(false);
  });

  it('lets in the pinned workflow of the repository alone', () => {
    const { ci } = open();
    expect(ci.enter(windowRole, 'run-7', claims).accessKeyId).toMatch(/^ASIAPRAC/);
    const others = [
      { repository_id: '9' },
      { job_workflow_ref: workflow.replace('apply', 'test') },
      { sub: claims.sub.replace(environment, 'staging') },
      { aud: 'https://sekisho.example' },
    ];
    for (const other of others) {
      expect(() => ci.enter(windowRole, 'run-7', { ...claims, ...other })).toThrow(/^denied/);
    }
  });

  it('narrows a session by its own policy', async () => {
    const { ci } = open();
    const policy = statement('Allow', {}, { Action: 'ec2:Describe*' });
    const given = await ci.assumeRole(scope, { ...session, policy });
    expect(ci.mayDo(given, 'ec2:DescribeInstances')).toBe(true);
    expect(ci.mayDo(given, 'ec2:TerminateInstances')).toBe(false);
  });

  it('shows a role with the inline policies of a prefix, and null for none', async () => {
    const { ci } = open();
    const document = statement('Allow', {});
    await ci.putRolePolicy(scope, { roleArn: windowRole, name: 'sekisho-window-L1', document });
    const seen = await ci.role(scope, windowRole, 'sekisho-');
    expect(seen).toMatchObject({ arn: windowRole, maximumSessionSeconds: 43_200 });
    expect(seen?.policies).toEqual({ 'sekisho-window-L1': JSON.parse(document) });
    expect((await ci.role(scope, applyRole, 'sekisho-'))?.policies).toEqual({});
    expect(await ci.role(scope, arnOf('nobody'), '')).toBeNull();
  });

  it('refuses inline policies that are together too long, and documents that are none', async () => {
    const { ci } = open();
    const roleArn = windowRole;
    const long = statement('Allow', { StringEquals: { 'aws:userid': 'x'.repeat(6000) } });
    await ci.putRolePolicy(scope, { roleArn, name: 'sekisho-a', document: long });
    const second = ci.putRolePolicy(scope, { roleArn, name: 'sekisho-b', document: long });
    await expect(second).rejects.toMatchObject({ failure: 'limit', vendorCode: 'LimitExceeded' });
    const none = ci.putRolePolicy(scope, { roleArn, name: 'sekisho-b', document: '{}' });
    await expect(none).rejects.toMatchObject({ failure: 'invalid' });
  });

  it('caps what a chained session may last at an hour', async () => {
    const { ci } = open();
    const long = ci.assumeRole(scope, { ...session, seconds: 3601 });
    await expect(long).rejects.toThrow(/role chaining/);
  });
});
