import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceCi } from '../seed-roles.ts';
import { hasAwsCommand, type Keys, runAws } from '../testing/aws-command.ts';
import { type Scratch, startScratch } from '../testing/scratch.ts';

const hasCli = hasAwsCommand();
if (!hasCli) console.warn('SKIPPED: no aws command on the path');
const start = Date.parse('2026-05-01T00:00:00Z');
const issuer = 'http://127.0.0.1:4545/practice/github/oidc';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const arnOf = (name: string) => `arn:aws:iam::222222222222:role/${name}`;

let scratch: Scratch;
const aws = (keys: Keys | undefined, ...args: string[]) => runAws(scratch.aws.url, args, keys);

function tokenOf(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ alg: 'RS256', kid: 'k1' })}.${part(claims)}`;
  const seal = sign('RSA-SHA256', Buffer.from(body), privateKey).toString('base64url');
  return `${body}.${seal}`;
}

function policyOf(effect: string, condition: object): string {
  const statement = { Effect: effect, Action: '*', Resource: '*', Condition: condition };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

async function brokered(lease: string): Promise<Keys> {
  const answer = await aws(
    undefined,
    ...['sts', 'assume-role', '--role-arn', arnOf(practiceCi.applyRole)],
    ...['--role-session-name', `sekisho-${lease}`, '--source-identity', 'taro-suzuki'],
    ...['--external-id', practiceCi.externalId, '--tags', `Key=sekisho:lease,Value=${lease}`],
  );
  return (answer as { Credentials: Keys }).Credentials;
}

async function enter(more: object = {}): Promise<Keys> {
  const { repository, environment, workflow, audience } = practiceCi;
  const token = tokenOf({
    iss: issuer,
    aud: audience,
    sub: `repo:acme@9001/infra@7001:environment:${environment}`,
    repository_id: repository.id,
    job_workflow_ref: workflow,
    exp: start / 1000 + 86_400,
    ...more,
  });
  const answer = await aws(
    undefined,
    ...['sts', 'assume-role-with-web-identity', '--role-arn', arnOf(practiceCi.windowRole)],
    ...['--role-session-name', 'run-7', '--web-identity-token', token],
  );
  return (answer as { Credentials: Keys }).Credentials;
}

function put(role: string, name: string, document: string) {
  const words = ['--policy-name', name, '--policy-document', document];
  return aws(undefined, 'iam', 'put-role-policy', '--role-name', role, ...words);
}

describe.skipIf(!hasCli)(
  'the real aws command with a role’s credentials',
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      scratch = await startScratch({ testMode: true, clock: () => start });
      const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1' }];
      const told = await scratch.control('issuer', { issuer, keys });
      expect(told.status).toBe(200);
    });
    afterAll(() => scratch.close());

    it('reads and writes until its lease is denied, and another lease goes on', async () => {
      const [first, second] = [await brokered('L1'), await brokered('L2')];
      expect(await aws(first, 'sts', 'get-caller-identity')).toMatchObject({
        Arn: `arn:aws:sts::222222222222:assumed-role/${practiceCi.applyRole}/sekisho-L1`,
      });
      const template = ['--launch-template', 'LaunchTemplateName=sekisho-ops-server'];
      const launched = await aws(first, 'ec2', 'run-instances', ...template);
      const id =
        (launched as { Instances: { InstanceId: string }[] }).Instances[0]?.InstanceId ?? '';
      const tag = ['ec2', 'create-tags', '--resources', id, '--tags', 'Key=team,Value=sre'];
      await aws(first, ...tag);
      const denial = policyOf('Deny', {
        StringEquals: { 'aws:PrincipalTag/sekisho:lease': ['L1'] },
      });
      await put(practiceCi.applyRole, 'sekisho-ended', denial);
      await expect(aws(first, ...tag)).rejects.toThrow(/UnauthorizedOperation.*explicit deny/s);
      await expect(aws(first, 'iam', 'list-roles')).rejects.toThrow(/AccessDenied/);
      await aws(first, 'sts', 'get-caller-identity');
      await aws(second, ...tag);
    });

    it('is strong inside its window alone, which shuts by itself', async () => {
      const job = await enter();
      const read = ['ec2', 'describe-instances'];
      await expect(aws(job, ...read)).rejects.toThrow(/UnauthorizedOperation/);
      const until = { DateLessThan: { 'aws:CurrentTime': '2026-05-01T00:10:00Z' } };
      await put(practiceCi.windowRole, 'sekisho-window-L1', policyOf('Allow', until));
      expect(await aws(job, ...read)).toHaveProperty('Reservations');
      await scratch.control('clock', { advanceMs: 10 * 60_000 });
      await expect(aws(job, ...read)).rejects.toThrow(/UnauthorizedOperation/);
      await scratch.control('clock', { advanceMs: 50 * 60_000 });
      await expect(aws(job, ...read)).rejects.toThrow(/RequestExpired/);
      await expect(aws(job, 'iam', 'list-roles')).rejects.toThrow(/ExpiredToken/);
    });

    it('is not given to another repository’s job', async () => {
      await expect(enter({ repository_id: '1' })).rejects.toThrow(/AccessDenied/);
    });

    it('makes, shows and changes roles', async () => {
      const statement = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' };
      const trust = { Version: '2012-10-17', Statement: [statement] };
      const named = ['--role-name', 'mine'];
      const document = ['--assume-role-policy-document', JSON.stringify(trust)];
      await aws(undefined, 'iam', 'create-role', ...named, ...document);
      const shown = await aws(undefined, 'iam', 'get-role', ...named);
      expect(shown).toMatchObject({ Role: { AssumeRolePolicyDocument: trust, Path: '/' } });
      const all = await aws(undefined, 'iam', 'list-roles', '--query', 'Roles[].RoleName');
      expect(all).toEqual(expect.arrayContaining(['mine', practiceCi.planRole]));
      await put('mine', 'one', policyOf('Allow', {}));
      await aws(undefined, 'iam', 'delete-role-policy', ...named, '--policy-name', 'one');
      await expect(
        aws(undefined, 'iam', 'get-role-policy', ...named, '--policy-name', 'one'),
      ).rejects.toThrow(/NoSuchEntity/);
    });
  },
);
