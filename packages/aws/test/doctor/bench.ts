import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type _InstanceType,
  DescribeInstancesCommand,
  EC2Client,
  RunInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import {
  DeleteRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { Config } from '@sekisho/config';
import type { Finding } from '@sekisho/contract';
import { accountExaminations, runExaminations } from '@sekisho/core';
import {
  instantTiming,
  practiceAccounts,
  practiceRegion,
  startPracticeAws,
} from '@sekisho/practice/aws';
import { practiceConfig } from '../../../../test/support/world.ts';
import { createAwsDoctorCloud } from '../../src/doctor-cloud.ts';

const account = practiceAccounts.staging;
/** Where practice administers Identity Center. */
const identityAccount = '444444444444';

/** How the doctor is told to look, where it is not as an installation of practice would. */
export interface Looking {
  /** Where the database cannot be asked what time it is. */
  readonly alone?: true;
  readonly scheduleRole?: string;
  readonly endpoint?: string;
  readonly keys?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly edit?: (yaml: string) => string;
  /** What the configuration says otherwise. */
  readonly config?: Partial<Config>;
  /** Where Identity Center is, instead of in staging. */
  readonly center?: true;
}

/** Practice AWS, the doctor before it, and the account's owner, who breaks things. */
export async function openDoctorBench() {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sekisho-doctor-'));
  const timing = instantTiming;
  const aws = await startPracticeAws({ port: 0, dataDirectory, timing, testMode: true });
  const credentials = { accessKeyId: account, secretAccessKey: 'practice' };
  const own = { endpoint: aws.url, region: practiceRegion, credentials, maxAttempts: 1 };
  const [ec2, iam, ssm] = [new EC2Client(own), new IAMClient(own), new SSMClient(own)];
  const centerKeys = { ...credentials, accessKeyId: identityAccount };
  const center = new IAMClient({ ...own, credentials: centerKeys });
  return {
    ...{ account, ec2, ssm },
    /** What the doctor finds in staging, or where Identity Center is. */
    async look(how: Looking = {}): Promise<readonly Finding[]> {
      const { scheduleRole = 'sekisho-scheduler', endpoint = aws.url, keys = credentials } = how;
      const options = { endpoint, installation: 'practice', credentials: keys };
      const cloud = createAwsDoctorCloud(options);
      const { environments, ...config } = { ...practiceConfig(how.edit), ...how.config };
      const { staging } = environments;
      if (staging === undefined) throw new Error('practice has no staging');
      const rest = {
        cloud,
        scheduleRole,
        houseAheadMs: how.alone === true ? null : 0,
        now: () => new Date(),
      };
      const exams = accountExaminations({ ...config, environments: { staging } }, rest);
      const wanted = how.center === true ? identityAccount : account;
      const there = exams.filter(({ subject }) => subject.account === wanted);
      return runExaminations(there).finally(() => cloud.close());
    },
    /** Sets what a role may do: everything but these actions. */
    async allowAllBut(role: string, ...denied: readonly string[]): Promise<void> {
      const statements = [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        ...(denied.length === 0 ? [] : [{ Effect: 'Deny', Action: denied, Resource: '*' }]),
      ];
      const document = JSON.stringify({ Version: '2012-10-17', Statement: statements });
      const named = { RoleName: role, PolicyName: 'everything', PolicyDocument: document };
      await iam.send(new PutRolePolicyCommand(named));
    },
    /** Launches an instance that is nobody's. */
    async launch(InstanceType: _InstanceType): Promise<void> {
      const LaunchTemplate = { LaunchTemplateName: 'sekisho-ops-server' };
      const order = { MinCount: 1, MaxCount: 1, LaunchTemplate, InstanceType };
      await ec2.send(new RunInstancesCommand(order));
    },
    /** Terminates whatever runs. */
    async endAll(): Promise<void> {
      const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({}));
      const all = Reservations.flatMap(({ Instances = [] }) => Instances);
      const InstanceIds = all.flatMap(({ InstanceId = '' }) => [InstanceId]);
      if (InstanceIds.length > 0) await ec2.send(new TerminateInstancesCommand({ InstanceIds }));
    },
    /** Gives a role these policies and no other. */
    async allow(role: string, ...documents: readonly object[]): Promise<void> {
      for (const [index, document] of documents.entries()) {
        const PolicyName = index === 0 ? 'everything' : `more-${index}`;
        const PolicyDocument = JSON.stringify(document);
        await iam.send(new PutRolePolicyCommand({ RoleName: role, PolicyName, PolicyDocument }));
      }
    },
    /** Gives a role where Identity Center is one policy and no other. */
    async allowInCenter(role: string, document: object): Promise<void> {
      const { PolicyNames = [] } = await center.send(
        new ListRolePoliciesCommand({ RoleName: role }),
      );
      for (const PolicyName of PolicyNames)
        await center.send(new DeleteRolePolicyCommand({ RoleName: role, PolicyName }));
      const PolicyDocument = JSON.stringify(document);
      const named = { RoleName: role, PolicyName: 'everything', PolicyDocument };
      await center.send(new PutRolePolicyCommand(named));
    },
    async trust(role: string, Principal: object): Promise<void> {
      const statement = { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' };
      const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
      await iam.send(
        new UpdateAssumeRolePolicyCommand({ RoleName: role, PolicyDocument: document }),
      );
    },
    /** Does something to practice that no call of AWS does. */
    async control(path: string, body: object): Promise<void> {
      const answer = await fetch(`${aws.url}/_practice/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    },
    async close(): Promise<void> {
      for (const client of [ec2, iam, ssm, center]) client.destroy();
      await aws.close();
      await rm(dataDirectory, { recursive: true });
    },
  };
}

/** `code outcome` of each finding that is neither well nor a note. */
export function wrongIn(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ level }) => level === 'error' || level === 'warning')
    .map(({ code, outcome, facts }) => `${code} ${outcome} ${facts['action'] ?? ''}`.trim())
    .sort();
}
