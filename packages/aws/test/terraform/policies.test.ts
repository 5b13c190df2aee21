import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  exampleAccess,
  exampleBackup,
  exampleBuild,
  exampleCi,
  exampleGuard,
  exampleHub,
  exampleKeeping,
  exampleMember,
} from '../../src/policies/example.ts';
import {
  accessPolicy,
  ciRolesPolicy,
  examplePolicies,
  guardPolicy,
  opsServersPolicy,
} from '../../src/policies/index.ts';
import { policyTemplate } from '../../src/policies/terraform/template.ts';
import { modulesFolder, terraform, withoutTerraform } from './terraform.ts';

/** What nobody's module attaches, and why. */
const byHand: readonly string[] = [
  // Whoever writes service control policies is chosen knowingly: docs/access.md.
  'live-sessions',
  // Logs and metrics are elsewhere for everybody: docs/slo-server.md.
  ...['source-athena', 'source-cloudwatch-alarm', 'source-cloudwatch-metric', 'source-logs'],
];

const here = { partition: 'aws', region: 'ap-northeast-1', installation: 'example' };
const member = {
  ...here,
  account: exampleMember.account,
  launch_templates: exampleMember.launchTemplates,
  canaries: exampleMember.canaries,
  own_role: exampleMember.ownRole,
  instance_role: exampleMember.instanceRole,
  scheduler_role: exampleMember.schedulerRole,
  document: exampleMember.document,
  forward_document: exampleMember.forwardDocument,
  log_group: exampleMember.recording.logGroup,
  session_log_group: exampleMember.recording.sessionLogGroup,
  bucket: exampleMember.recording.bucket,
  ...{ build_subnet: exampleBuild.subnet, build_instance_role: exampleBuild.instanceRole },
  build_instance_profile: exampleBuild.instanceProfile,
};
const access = {
  ...here,
  account: exampleAccess.account,
  scheduler_role: exampleAccess.schedulerRole,
  instance: exampleAccess.instance,
  identity_store: exampleAccess.identityStore,
  organization: exampleAccess.organization,
  organizations_region: 'us-east-1',
  management: exampleAccess.management,
  lent_accounts: exampleAccess.lent.accounts,
  lent_permission_sets: exampleAccess.lent.permissionSets,
  lent_groups: exampleAccess.lent.groups,
};
const ci = {
  ...here,
  account: exampleCi.account,
  broker_roles: exampleCi.brokerRoles,
  window_roles: exampleCi.windowRoles,
};
const guard = {
  partition: exampleGuard.partition,
  installation: exampleGuard.installation,
  administrators: exampleGuard.administrators,
  image_pipelines: exampleGuard.imagePipelines,
  sekisho_role: exampleGuard.roles.sekisho,
  instance_role: exampleGuard.roles.instance,
  scheduler_role: exampleGuard.roles.scheduler,
  look_role: exampleGuard.roles.look,
  holder_policy: exampleGuard.holderPolicy,
};
const ofMembers = [
  ...['ops-servers', 'ops-scheduler', 'ops-instance', 'ops-holder', 'ops-recordings'],
  ...['doctor', 'image-build', 'image-publish', 'image-promote', 'image-inspect', 'look'],
];
const two = ['lt-0123456789abcdef0', 'lt-0fedcba9876543210'];

interface Rendering {
  readonly file: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly wanted: unknown;
}

function renderings(): Readonly<Record<string, Rendering>> {
  const examples = examplePolicies();
  const like = (name: string, values: Rendering['values']): [string, Rendering] => [
    name,
    { file: fileOf(name), values, wanted: examples[name] },
  ];
  return Object.fromEntries([
    like('hub', { role_arns: exampleHub.roleArns }),
    like('backup', { ...exampleBackup }),
    like('restore', { ...exampleBackup }),
    like('keeping', { ...exampleKeeping }),
    ...ofMembers.map((name) => like(name, member)),
    like('access', access),
    like('access-removal', access),
    like('ci-roles', ci),
    [
      'guard',
      {
        file: join(modulesFolder, 'member/guard/policies/guard.json.tftpl'),
        values: guard,
        wanted: guardPolicy(exampleGuard),
      },
    ],
    ...more(),
  ]);
}

/** Lists of other lengths than the examples', and another partition. */
function more(): [string, Rendering][] {
  const china = { ...exampleAccess, partition: 'aws-cn', regions: ['cn-north-1'] };
  const brokers = ['infra-apply', 'ci/db-apply'];
  return [
    [
      'two templates',
      {
        file: fileOf('ops-servers'),
        values: { ...member, launch_templates: two },
        wanted: opsServersPolicy({ ...exampleMember, launchTemplates: two }),
      },
    ],
    [
      'another partition',
      {
        file: fileOf('access'),
        values: {
          ...access,
          ...{ partition: 'aws-cn', region: 'cn-north-1', organizations_region: 'cn-northwest-1' },
        },
        wanted: accessPolicy(china),
      },
    ],
    [
      'brokers alone',
      {
        file: fileOf('ci-roles'),
        values: { ...ci, broker_roles: brokers, window_roles: [] },
        wanted: ciRolesPolicy({ ...exampleCi, brokerRoles: brokers, windowRoles: [] }),
      },
    ],
  ];
}

function fileOf(name: string): string {
  const module = ['hub', 'backup', 'restore', 'keeping'].includes(name) ? 'hub' : 'member';
  return join(modulesFolder, module, 'policies', `${name}.json.tftpl`);
}

const attached = ['hub', 'member'].flatMap((module) =>
  readdirSync(join(modulesFolder, module, 'policies')).map((file) =>
    file.replace(/\.json\.tftpl$/, ''),
  ),
);

it('attaches every policy of docs/iam by a module, or says that you do', () => {
  expect([...attached, ...byHand].sort()).toEqual(Object.keys(examplePolicies()).sort());
});

it('leaves to AWS what AWS replaces', () => {
  const ours = attached.map((name) => readFileSync(fileOf(name), 'utf8')).join('\n');
  expect(ours).toContain('$${aws:PrincipalTag/sekisho:holder}');
  expect(ours).toContain('$${ec2:InstanceID}');
  expect(ours.match(/(?<!\$)\$\{(?:aws|ec2):/g)).toBeNull();
  expect(policyTemplate({ Version: '2012-10-17', Statement: [] })).not.toContain('$');
});

describe.skipIf(withoutTerraform)('rendered by Terraform itself', () => {
  const wanted = renderings();
  let rendered: Record<string, unknown> = {};
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sekisho-policies-'));
    const parts = Object.entries(wanted).map(([name, { file, values }]) => {
      const place = JSON.stringify(values);
      return `${JSON.stringify(name)} = jsondecode(templatefile(${JSON.stringify(file)}, ${place}))`;
    });
    // Base64, because the console quotes what it prints as its own language does.
    const asked = `base64encode(jsonencode({ ${parts.join(', ')} }))\n`;
    const { code, output } = await terraform(['console'], folder, asked);
    expect(code, output).toBe(0);
    const text = Buffer.from(JSON.parse(output.trim()), 'base64').toString();
    rendered = JSON.parse(text) as Record<string, unknown>;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.keys(wanted))('is what the generator writes for the same values: %s', (name) => {
    expect(rendered[name]).toEqual(wanted[name]?.wanted);
  });
});
