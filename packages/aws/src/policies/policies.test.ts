import { readFileSync } from 'node:fs';
import { isLike, policyProblem } from '@sekisho/iam-policy';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { holderActions } from '../commands/start-session.ts';
import { iamActions } from '../iam-actions.ts';
import { agentActions, heartbeatActions, recordingActions } from '../server-actions.ts';
import { impliedSwitchActions, switchActions } from '../switch-actions.ts';
import { accessPolicy } from './access.ts';
import { exampleAccess } from './example.ts';
import { examplePolicies } from './index.ts';
import { needNoPermission, type PolicyDocument, type Statement } from './statement.ts';

const fixture = new URL('../../test/fixtures/authorization-reference.json', import.meta.url);
const reference = z
  .object({
    anyAction: z.record(z.string(), z.array(z.string())),
    actions: z.record(
      z.string(),
      z.object({
        resources: z.record(z.string(), z.string()),
        conditions: z.array(z.string()),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(fixture, 'utf8')));

const policies = examplePolicies();
const sources = Object.entries(policies).filter(([file]) => file.startsWith('source-'));
const statements = Object.entries(policies).flatMap(([file, { Statement }]) =>
  Statement.map((statement) => ({ ...statement, at: `${file}/${statement.Sid}` })),
);

/** Statements that AWS lets nobody narrow, neither by resource nor by condition, and why that is borne. */
const unbounded: Readonly<Record<string, string>> = {
  'look/ListRoles': 'IAM lists from no region and for no resource; it reads names',
  'ops-instance/CarrySessions': 'a channel is opened with a token of Systems Manager',
  'image-build/CarryOwnSessions': 'a channel is opened with the token that StartSession gave',
  'ops-holder/CarryOwnSessions': 'a channel is opened with the token that StartSession gave',
};

function allowed(...documents: readonly (PolicyDocument | undefined)[]): string[] {
  const actions = documents.flatMap((document) =>
    (document?.Statement ?? []).flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : [])),
  );
  return [...new Set(actions)].sort();
}

function needed(actions: readonly string[], elsewhere: readonly string[] = []): string[] {
  const spared = new Set([...needNoPermission, ...elsewhere]);
  return [...new Set(actions)].filter((action) => !spared.has(action)).sort();
}

it('allows every declared action in the policy of its role, and no action that is not declared', async () => {
  const { opsServers, access, accessRemoval, liveSessions, ci, look, backup, ...rest } =
    await iamActions();
  // Sekisho takes these roles with its own identity, not with theirs.
  const own = ['sts:AssumeRole'];
  const server = [...agentActions, ...recordingActions, ...heartbeatActions];
  const expected = {
    hub: own,
    'ops-servers': needed(opsServers, own),
    'ops-scheduler': needed([...switchActions, ...impliedSwitchActions]),
    'ops-instance': needed(server),
    'ops-holder': needed(holderActions),
    'ops-recordings': needed(rest.recordings, own),
    access: needed(access, own),
    'access-removal': needed(accessRemoval),
    'live-sessions': needed(liveSessions, own),
    'ci-roles': needed(ci),
    look: needed(look),
    'image-build': needed(rest.imageBuild),
    'image-publish': needed(rest.imagePublish),
    'image-promote': needed(rest.imagePromote),
    'image-inspect': needed(rest.imageInspect),
    doctor: needed(rest.doctor),
    'doctor-access': needed(rest.doctorAccess),
    backup: needed(backup),
    restore: needed(rest.restore),
    keeping: needed(rest.keeping),
  };
  for (const [file, actions] of Object.entries(expected)) {
    expect(allowed(policies[file]), file).toEqual(actions);
  }
  expect(allowed(...sources.map(([, document]) => document))).toEqual(needed(rest.sources));
  expect(Object.keys(policies)).toHaveLength(Object.keys(expected).length + sources.length);
});

it('names every action in full, and gives no resource where AWS can be given one', () => {
  expect(statements.flatMap(({ Action }) => Action).filter((name) => /[*?]/.test(name))).toEqual(
    [],
  );
  const everything = statements.filter(
    ({ Effect, Resource }) => Effect === 'Allow' && Resource.includes('*'),
  );
  const narrower = everything.filter(({ Action }) =>
    Action.some((action) => Object.keys(referenceOf(action).resources).length > 0),
  );
  expect(narrower.map(({ at }) => at)).toEqual([]);
  const bare = everything.filter(({ Condition }) => Condition === undefined);
  expect(bare.map(({ at }) => at).sort()).toEqual(Object.keys(unbounded).sort());
});

it.each(statements)(
  '$at is about kinds of resources that AWS knows for its actions',
  (statement) => {
    if (statement.Resource.includes('*')) return;
    const { Action, Resource } = statement;
    const kindsOf = (action: string) => Object.values(referenceOf(action).resources);
    const strangers = Resource.filter(
      (arn) => !Action.flatMap(kindsOf).some((kind) => isLike(arn, kind)),
    );
    expect(strangers).toEqual([]);
    const idle = Action.filter(
      (action) => !Resource.some((arn) => kindsOf(action).some((kind) => isLike(arn, kind))),
    );
    expect(idle).toEqual([]);
  },
);

it.each(statements)('$at asks conditions that AWS answers for every action', (statement) => {
  const unknown = statement.Action.flatMap((action) =>
    conditionKeys(statement).filter((key) => !answers(action, key)),
  );
  expect(unknown).toEqual([]);
});

it('names log groups as CloudWatch Logs compares them, with what follows the name', () => {
  const named = statements
    .filter(({ Action }) => Action.some((action) => action.startsWith('logs:')))
    .flatMap(({ Resource }) => Resource.filter((arn) => arn !== '*'));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((arn) => !/:log-group:[^:]+:/.test(arn))).toEqual([]);
});

it.each([
  ['aws', 'us-east-1'],
  ['aws-cn', 'cn-northwest-1'],
  ['aws-us-gov', 'us-gov-west-1'],
])('asks Organizations where it answers from in %s: %s', (partition, home) => {
  const { Statement } = accessPolicy({ ...exampleAccess, partition, regions: ['somewhere'] });
  const find = Statement.find(({ Sid }) => Sid === 'Find');
  expect(find?.Condition).toEqual({
    StringEquals: { 'aws:RequestedRegion': ['somewhere', home] },
  });
});

it('is written as IAM takes it, and fits a managed policy', () => {
  for (const [file, document] of Object.entries(policies)) {
    const text = JSON.stringify(document);
    expect(policyProblem(text, 'identity'), file).toBeNull();
    // "Managed policy size" of IAM's quotas.
    expect(text.length, file).toBeLessThan(6144);
  }
});

it('is told of in the folder it is written to', () => {
  const readme = readFileSync(new URL('../../../../docs/iam/README.md', import.meta.url), 'utf8');
  const named = [...readme.matchAll(/^\| \[`([\w-]+)\.json`\]/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(Object.keys(policies)));
});

function referenceOf(action: string) {
  return reference.actions[action] ?? expect.fail(`${action} is not in the reference`);
}

function conditionKeys({ Condition = {} }: Statement): string[] {
  return Object.values(Condition).flatMap((keys) => Object.keys(keys));
}

/** Global keys are answered for every call; `aws:RequestedRegion` is the one in use. */
function answers(action: string, key: string): boolean {
  const service = action.split(':')[0] ?? '';
  const known = [...referenceOf(action).conditions, ...(reference.anyAction[service] ?? [])];
  const kind = key.startsWith('ssm:resourceTag/aws:') ? key : key.replace(/\/.*$/, '/${TagKey}');
  return key === 'aws:RequestedRegion' || known.includes(kind);
}
