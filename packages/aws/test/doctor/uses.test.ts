import type { Config } from '@sekisho/config';
import { practiceDirectory } from '@sekisho/practice/aws';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { practiceConfig } from '../../../../test/support/world.ts';
import {
  accessPolicy,
  accessRemovalPolicy,
  ciRolesPolicy,
  doctorAccessPolicy,
  type PolicyDocument,
} from '../../src/policies/index.ts';
import { athenaSourcePolicy, logSourcePolicy } from '../../src/policies/sources.ts';
import { practiceAccess } from '../judges/practice-places.ts';
import { place } from '../policies/house.ts';
import { openDoctorBench } from './bench.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let bench: Awaited<ReturnType<typeof openDoctorBench>>;
beforeAll(async () => {
  bench = await openDoctorBench();
});
afterAll(() => bench.close());

const withOut = (document: PolicyDocument, ...sids: readonly string[]) =>
  document.Statement.filter(({ Sid }) => !sids.includes(Sid));
const all = (...statements: readonly PolicyDocument['Statement'][]) => ({
  Version: '2012-10-17',
  Statement: statements.flat(),
});
const seenOf = async (how: Parameters<typeof bench.look>[0], code: string) =>
  (await bench.look(how))
    .filter((one) => one.code === code)
    .map(({ outcome, facts }) => [outcome, facts['policy'] ?? '-', facts['actions'] ?? '-']);

it('asks about lending by Identity Center and about what takes it back, on what is lent', async () => {
  const sets = practiceConfig().access?.accounts.flatMap((one) => one.sets) ?? [];
  const id = (name: string) => practiceDirectory.permissionSetArn(name).split('/').at(-1) ?? '';
  const own = {
    ...practiceAccess('practice'),
    schedulerRole: 'sekisho-scheduler',
    lent: {
      accounts: ['111111111111', '222222222222', '333333333333'],
      permissionSets: [...new Set(sets.map(({ name }) => id(name)))],
      groups: [],
    },
  };
  const access = accessPolicy(own);
  const doctor = doctorAccessPolicy(own).Statement;
  const center = { center: true } as const;
  await bench.allowInCenter('sekisho-scheduler', accessRemovalPolicy(own));
  await bench.allowInCenter('sekisho', all(access.Statement, doctor));
  const findings = await bench.look(center);
  expect(findings.map(({ code, outcome }) => `${code} ${outcome}`)).toEqual([
    ...['aws-role good', 'removal-role good'],
    ...['access-permission granted', 'access-permission granted'],
  ]);
  const { access: lent } = practiceConfig();
  if (lent === null) throw new Error('practice lends no access');
  const lentNothing = lent.accounts.map((one) => ({ ...one, sets: [] }));
  const config = { access: { ...lent, accounts: lentNothing } };
  // Nothing is taken back where nothing is lent: there is nothing to lack.
  expect(await seenOf({ ...center, config }, 'access-permission')).toEqual([
    ['granted', 'access', '-'],
  ]);
  await bench.allowInCenter('sekisho', all(withOut(access, 'LendThese', 'ArmRemovals'), doctor));
  const lending = 'sso:CreateAccountAssignment, sso:DeleteAccountAssignment';
  const arming = 'scheduler:CreateSchedule, scheduler:DeleteSchedule, scheduler:GetSchedule';
  expect(await seenOf(center, 'access-permission')).toEqual([
    ['denied', 'access', `${lending}, ${arming}, scheduler:UpdateSchedule`],
    ['granted', 'access-removal', '-'],
  ]);
  // One account less than is lent.
  const fewer = accessPolicy({ ...own, lent: { ...own.lent, accounts: ['111111111111'] } });
  await bench.allowInCenter('sekisho', all(fewer.Statement, doctor));
  const [[outcome, , actions] = []] = await seenOf(center, 'access-permission');
  expect([outcome, actions]).toEqual(['denied', lending]);
  await bench.allowInCenter('sekisho', all(withOut(access, 'Find'), doctor));
  expect(await seenOf(center, 'access-permission')).toEqual([
    ['denied', 'access', 'sso:ListInstances'],
  ]);
  await bench.allowInCenter('sekisho', access);
  expect((await bench.look(center)).map(({ outcome: what }) => what)).toEqual(
    expect.arrayContaining(['good', 'unread', 'untried', 'untried']),
  );
  await bench.allowInCenter('sekisho', all(access.Statement, doctor));
  await bench.allowInCenter('sekisho-scheduler', all(doctor));
  expect((await seenOf(center, 'access-permission'))[1]).toEqual([
    ...['denied', 'access-removal', 'sso:DeleteAccountAssignment'],
  ]);
  const other = { ...own, schedulerRole: 'nobody' };
  const looking = doctorAccessPolicy(other).Statement;
  await bench.allowInCenter('sekisho', all(accessPolicy(other).Statement, looking));
  const missing = await bench.look({ ...center, scheduleRole: 'nobody' });
  expect(missing.map(({ code, outcome: what }) => `${code} ${what}`)).toEqual(
    expect.arrayContaining(['removal-role missing', 'access-permission blocked']),
  );
});

/** The job of practice, whose role is in staging here, and sources that are read with staging's role. */
function staged(): Partial<Config> {
  const config = practiceConfig();
  const staging = config.environments['staging'];
  const ci = config.ci;
  if (ci === null || staging === undefined) throw new Error('practice lends no role to jobs');
  const account = { ...staging, id: staging.account, environment: 'staging' };
  const repositories = [...ci.repositories].map(([id, one]) => {
    const purposes = Object.entries(one.purposes).map(([name, purpose]) => {
      const role = `arn:aws:iam::${bench.account}:role/sekisho-ci-apply`;
      return [name, { ...purpose, role, account }] as const;
    });
    return [id, { ...one, purposes: Object.fromEntries(purposes) }] as const;
  });
  const read = { latenessMinutes: 15, format: 'alb', fields: null, environment: 'staging' };
  const [region, queueUrl] = [
    'eu-west-1',
    `https://sqs.eu-west-1.amazonaws.com/${bench.account}/q`,
  ];
  const connection = { region, environment: 'staging', database: 'logs', table: { name: 'alb' } };
  const logs = { ...read, name: 'logs', region, bucket: 'alb', prefix: 'shop/', queueUrl } as const;
  const table = { ...read, name: 'table', connection } as const;
  return {
    ci: { ...ci, repositories: new Map(repositories) },
    sources: { logs: { ...logs, kind: 's3-logs' }, table: { ...table, kind: 'athena' } },
  };
}

it('asks about roles of jobs and about sources, with the role and in the region that they are read by', async () => {
  const config = staged();
  const doctor = { Sid: 'Ask', Effect: 'Allow', Action: ['iam:*'], Resource: ['*'] } as const;
  const ci = ciRolesPolicy({ ...place, brokerRoles: ['sekisho-ci-apply'], windowRoles: [] });
  const sources = {
    ...{ ...place, regions: ['eu-west-1'] },
    logs: { bucket: 'alb', prefix: 'shop/', queue: 'q' },
    athena: { workgroup: 'primary', database: 'logs', data: 'other', answers: 'answers' },
  };
  const read = [logSourcePolicy(sources), athenaSourcePolicy(sources)];
  const policies = [ci, ...read].map(({ Statement }) => Statement);
  const only = (...statements: readonly PolicyDocument['Statement'][]) =>
    bench.allow('sekisho', all([doctor], ...statements));
  await only(...policies);
  expect(await seenOf({ config }, 'ci-permission')).toEqual([['granted', 'ci-roles', '-']]);
  expect(await seenOf({ config }, 'source-permission')).toEqual([
    ['granted', 'source-logs', '-'],
    ['granted', 'source-athena', '-'],
  ]);
  const fewer = read.map((one) => withOut(one, 'ReadLogs', 'Query'));
  await only(withOut(ci, 'Lend', 'DenyAndOpen'), ...fewer);
  expect(await seenOf({ config }, 'source-permission')).toEqual([
    ['unsure', 'source-logs', 's3:GetObject'],
    [...['denied', 'source-athena', 'athena:GetQueryExecution, athena:StartQueryExecution']].map(
      (one) => expect.stringContaining(one),
    ),
  ]);
  // Whether one may take the role, its trust policy may say alone.
  await only(withOut(ci, 'Lend'));
  expect(await seenOf({ config }, 'ci-permission')).toEqual([
    ['unsure', 'ci-roles', 'sts:AssumeRole, sts:SetSourceIdentity'],
  ]);
  await bench.allowAllBut('sekisho', 'iam:PutRolePolicy', 'sts:TagSession');
  expect(await seenOf({ config }, 'ci-permission')).toEqual([
    ['denied', 'ci-roles', 'sts:TagSession, iam:PutRolePolicy'],
  ]);
  await bench.allowAllBut('sekisho');
});

it('knows of nobody whose policies count where an environment names no role', async () => {
  const edit = (yaml: string) => yaml.replace(/ +roleArn: .*222222222222.*\n/, '');
  expect(await seenOf({ edit }, 'recording-permission')).toEqual([['own', '-', '-']]);
});
