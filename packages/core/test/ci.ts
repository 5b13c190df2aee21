import type { Config } from '@sekisho/config';
import { createKeySets } from '@sekisho/github-oidc';
import { createJobIssuer, type JobIssuer } from '../../../test/support/job-issuer.ts';
import {
  createInProcessCiCloud,
  createInProcessCloud,
  createRng,
  type InProcessCloud,
  instantTiming,
  practiceCi,
} from '../../../test/support/simulated-aws.ts';
import { openTestDatabase } from '../../../test/support/test-database.ts';
import {
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../test/support/world.ts';
import type { Clock, Context, Database } from '../src/index.ts';

export const audience = 'https://sekisho.example.com';
const account = '222222222222';
const arnOf = (name: string) => `arn:aws:iam::${account}:role/${name}`;

const ciYaml = `
url: ${audience}
ci:
  repositories:
    infra:
      id: '123456'
      repository: acme/infra
      bots: ['renovate[bot]']
      purposes:
        plan:
          role: ${arnOf(practiceCi.planRole)}
          account: staging
          plan: none
          workflow: acme/infra/.github/workflows/apply.yml@refs/heads/main
          refs: ['refs/heads/*']
          events: [push, pull_request]
          externalId: ${practiceCi.externalId}
        apply:
          role: ${arnOf(practiceCi.applyRole)}
          account: staging
          workflow: acme/infra/.github/workflows/apply.yml@refs/heads/main
          refs: [refs/heads/main]
          externalId: ${practiceCi.externalId}
          maximum: 3h
        drained:
          role: ${arnOf(practiceCi.applyRole)}
          account: staging
          workflow: acme/infra/.github/workflows/apply.yml@refs/heads/main
          refs: [refs/heads/main]
          externalId: ${practiceCi.externalId}
          drain: 10m
        open:
          role: ${arnOf(practiceCi.windowRole)}
          account: staging
          approach: window
          workflow: acme/infra/.github/workflows/apply.yml@refs/heads/main
          refs: [refs/heads/main]
`;

const policies = `
  - id: calm-applies
    who: [group:engineers, repository:infra]
    what: [ci-role]
    where: [staging]
    purposes: [plan]
  - id: freeze
    effect: deny
    who: [repository:infra]
    what: [ci-role]
    where: [staging]
    when: request.destroys > 5 && request.repository == "infra"
  - id: applies
    who: [repository:infra]
    what: [ci-role]
    where: [staging]
    approval: { count: 1, from: [group:sre] }

leases:
`;

/** A plan of one thing that is destroyed. */
export const planJson = (address = 'aws_db_instance.main', count = 1) => ({
  format_version: '1.2',
  terraform_version: '1.9.0',
  resource_changes: Array.from({ length: count }, (_, index) => ({
    address: count === 1 ? address : `${address}[${index}]`,
    mode: 'managed',
    type: 'aws_db_instance',
    name: 'main',
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: { actions: ['delete'], before: { id: 'a' }, after: null, after_unknown: {} },
  })),
});

export const sha = (digit: string) => digit.repeat(64);
export const plan = { sha256: sha('1'), json: planJson() };

/** GitHub, for every world of this file. */
const issuer = await createJobIssuer(() => new Date(0), audience);

/** Practice's configuration with jobs that may be lent roles. */
export function withCi(yaml: string): string {
  const without = yaml.replace(/\nci:\n(?:[ #].*\n|\n)*/, '\n').replace(/\nurl: .*\n/, '\n');
  return without.replace(/\nleases:\n/, policies) + ciYaml;
}

/** What lends roles to jobs in a simulated AWS. */
function ciOf(clock: Clock, { world }: InProcessCloud, config: Config, other?: JobIssuer) {
  const aws = createInProcessCiCloud({
    now: () => clock.now().getTime(),
    rng: createRng(3).next,
    world,
  });
  letOurselvesIn(aws);
  const issuers = () => config.ci?.issuers ?? [];
  const fetch = (url: string) => (url === other?.jwks ? other : issuer).fetch(url);
  const keys = createKeySets({ issuers, fetch, now: () => clock.now() });
  return { cloud: aws, keys };
}

/** A fresh token of a job that an engineer started. */
export function jobToken(
  { clock }: Pick<TestWorld, 'clock'>,
  claims: Readonly<Record<string, unknown>> = {},
  by: JobIssuer = issuer,
): Promise<string> {
  const at = Math.floor(clock.now().getTime() / 1000);
  const times = { iat: at, nbf: at - 5, exp: at + 300 };
  return by.sign(by.claims({ actor: 'taro-suzuki', ...times, ...claims }));
}

/**
 * A house that lends roles to jobs of one repository, and what plays GitHub and AWS.
 * @param other another issuer, whose keys can be had
 */
export async function createCiWorld(
  config: Config = practiceConfig(withCi),
  own?: Database,
  other?: JobIssuer,
) {
  const clock = turnableClock();
  const timed = { now: () => clock.now().getTime(), rng: createRng(1).next };
  const cloud = createInProcessCloud({ ...timed, timing: instantTiming });
  const ci = ciOf(clock, cloud, config, other);
  const database = own ?? (await openTestDatabase());
  const world = await createWorld({ database, config, clock, cloud, ci });
  return { ...world, aws: ci.cloud, ci, config, ...jobCalls(world) };
}

/** Practice's role for plans is for jobs that assume it themselves: here the broker lends it too. */
function letOurselvesIn(aws: ReturnType<typeof createInProcessCiCloud>): void {
  const trust = {
    ...{ Effect: 'Allow', Principal: { AWS: '*' } },
    Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
  };
  aws.send({ account, region: 'ap-northeast-1' }, 'UpdateAssumeRolePolicy', {
    RoleName: practiceCi.planRole,
    PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
  });
}

export type CiWorld = Awaited<ReturnType<typeof createCiWorld>>;

function jobCalls(world: TestWorld) {
  const context = (): Context => ({
    principal: {
      ...{ id: 'ci:infra', kind: 'ci', assurance: 'oidc' },
      authenticatedAt: world.clock.now().toISOString(),
    },
    ...{ language: 'en', requestId: 'test', scopes: ['ci.exchange', 'ci.finish'] },
  });
  const token = (claims: Readonly<Record<string, unknown>>) => jobToken(world, claims);
  return {
    token,
    /** What a job of these claims is answered. */
    exchange: async (
      input: Readonly<Record<string, unknown>> = {},
      claims: Readonly<Record<string, unknown>> = {},
    ) =>
      world.core.call('ci.exchange', context(), {
        ...{ token: await token(claims), purpose: 'apply', plan },
        ...input,
      }),
    finish: async (lease: string, claims: Readonly<Record<string, unknown>> = {}) =>
      world.core.call('ci.finish', context(), { token: await token(claims), lease }),
    calls: (name: 'ci.exchange' | 'ci.finish', input: unknown) =>
      world.core.call(name, context(), input),
  };
}
