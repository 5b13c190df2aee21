import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { practiceConfig } from '../../../../test/support/world.ts';
import {
  audience,
  type CiWorld,
  createCiWorld,
  plan,
  planJson,
  sha,
  withCi,
} from '../../test/ci.ts';
import { clearDatabase } from '../../test/clear-database.ts';
import { refusal } from '../../test/leases.ts';
import type { Database } from '../platform/database/database.ts';

let world: CiWorld;
beforeAll(async () => {
  world = await createCiWorld();
});
beforeEach(() => clearDatabase(world.database));
afterAll(() => world.database.close());

/** A lease that is approved and lent. */
async function lent(input = {}, claims = {}) {
  const { lease } = await world.exchange(input, claims);
  await world.as('sre', 'lease.approve', { id: lease });
  await world.live(30);
  return lease;
}

describe('a job that asks for a role', () => {
  it('waits for another’s yes, and then has credentials that say what they are for', async () => {
    const asked = await world.exchange();
    expect(asked).toMatchObject({ state: 'requested', credentials: null, role: null });
    expect(asked.message).toContain(`https://sekisho.example.com/leases/${asked.lease}`);
    await world.as('sre', 'lease.approve', { id: asked.lease });
    await world.live(5);
    const given = await world.exchange();
    expect(given).toMatchObject({ lease: asked.lease, state: 'active' });
    expect(given.credentials?.accessKeyId).toMatch(/^ASIA/);
    expect(
      world.aws.mayDo({ accessKeyId: given.credentials?.accessKeyId ?? '' }, 'iam:CreateRole'),
    ).toBe(true);
    const session = world.aws.world.credentials.get(given.credentials?.accessKeyId ?? '');
    expect(JSON.stringify(session)).toContain(asked.lease);
    expect(JSON.stringify(session)).toContain(plan.sha256);
  });

  it('is told who may agree, and where although nobody said what the console’s address is', async () => {
    const asked = await world.exchange();
    expect(asked.message).toMatch(/by 1 of: .*Ken Watanabe/);
    expect(asked.message).not.toContain('Taro Suzuki');
    const nowhere = (yaml: string) =>
      withCi(yaml)
        .replace(/^url: .*$/m, '')
        .replace('ci:\n', `ci:\n  audience: ${audience}\n`);
    const own = await createCiWorld(practiceConfig(nowhere), world.database);
    const there = await own.exchange();
    expect(there.url).toBeNull();
    expect(there.message).toContain(`sekisho lease approve ${there.lease}`);
    expect(there.message).toContain(own.config.slack?.channel ?? 'a channel');
  });

  it('and waits is answered as soon as it has the role, and asks the database seldom meanwhile', async () => {
    const asked = await world.exchange();
    const waiting = world.exchange({ plan: { sha256: plan.sha256 }, wait: 20 });
    await sleep(500);
    const { transaction } = world.database;
    let looks = 0;
    const counted: Database['transaction'] = (work) => {
      looks += 1;
      return transaction(work);
    };
    Object.assign(world.database, { transaction: counted });
    await sleep(1200);
    Object.assign(world.database, { transaction });
    expect(looks).toBeLessThanOrEqual(2);
    await world.as('sre', 'lease.approve', { id: asked.lease });
    const begun = performance.now();
    await world.live(5);
    expect(await waiting).toMatchObject({ lease: asked.lease, state: 'active' });
    expect(performance.now() - begun).toBeLessThan(1500);
  });

  it('sends a plan with a used token has it not read again', async () => {
    const token = await world.token({});
    const call = (sent: object) =>
      refusal(world.calls('ci.exchange', { token, purpose: 'apply', plan: sent }));
    expect(await call(plan)).toBeNull();
    expect(await call({ sha256: sha('3'), json: '{' })).toBe('ci-replayed');
  });

  it('for what nobody need agree to has it without a person', async () => {
    const asked = await world.exchange(
      { purpose: 'plan', plan: undefined },
      { actor: 'nobody-known' },
    );
    expect(asked.state).toBe('approved');
    await world.live(5);
    const given = await world.exchange(
      { purpose: 'plan', plan: undefined },
      { actor: 'nobody-known' },
    );
    const key = { accessKeyId: given.credentials?.accessKeyId ?? '' };
    expect(world.aws.mayDo(key, 'ec2:DescribeInstances')).toBe(true);
    expect(world.aws.mayDo(key, 'ec2:RunInstances')).toBe(false);
  });

  it('cannot be agreed to by the person who started it', async () => {
    const { lease } = await world.exchange({}, { actor: 'Ken-Watanabe' });
    expect(await refusal(world.as('sre2', 'lease.approve', { id: lease }))).toBe('self-approval');
  });

  it('is refused when others must agree and nobody knows who started it, unless it is a bot of the repository', async () => {
    expect(await refusal(world.exchange({}, { actor: 'stranger' }))).toBe('actor-unknown');
    expect((await world.exchange({}, { actor: 'Renovate[bot]' })).state).toBe('requested');
  });

  it('is told which claim is another, and a stranger nothing', async () => {
    const other = 'acme/infra/.github/workflows/test.yml@refs/heads/main';
    await expect(world.exchange({}, { job_workflow_ref: other })).rejects.toMatchObject({
      code: 'ci-claim-differs',
      facts: { claim: 'job_workflow_ref', is: other, purpose: 'apply' },
    });
    const claims = { repository_id: '654321', sub: 'x' };
    await expect(world.exchange({}, claims)).rejects.toMatchObject({
      ...{ code: 'ci-unknown-repository', facts: {} },
    });
  });

  it.each([
    ['ref', { ref: 'refs/heads/topic' }],
    ['event_name', { event_name: 'pull_request_target' }],
    ['runner_environment', { runner_environment: 'self-hosted' }],
  ])('of another %s is refused', async (claim, claims) => {
    await expect(world.exchange({}, claims)).rejects.toMatchObject({
      ...{ code: 'ci-claim-differs', facts: { claim } },
    });
  });

  it('and only plans is refused what is lent to apply, where that has an environment', async () => {
    const environment = (yaml: string) =>
      withCi(yaml).replace('maximum: 3h', 'maximum: 3h\n          environment: production');
    const own = await createCiWorld(practiceConfig(environment), world.database);
    await expect(own.exchange()).rejects.toMatchObject({
      ...{ code: 'ci-claim-differs', facts: { claim: 'environment', is: '' } },
    });
    const applies = await own.exchange({}, { environment: 'production' });
    expect(applies.state).toBe('requested');
  });

  it('uses its token up, also when two replicas have it at once', async () => {
    const token = await world.token({});
    const call = () => refusal(world.calls('ci.exchange', { token, purpose: 'apply', plan }));
    expect(new Set(await Promise.all([call(), call()]))).toEqual(new Set(['ci-replayed', null]));
    expect(await call()).toBe('ci-replayed');
  });

  it('is refused by a condition that sees its plan', async () => {
    const many = { sha256: sha('2'), json: planJson('aws_db_instance.main', 6) };
    expect(await refusal(world.exchange({ plan: many }))).toBe('policy-refused');
  });

  it('needs a plan that can be read', async () => {
    expect(await refusal(world.exchange({ plan: undefined }))).toBe('ci-plan-missing');
    expect(await refusal(world.exchange({ plan: { sha256: sha('3') } }))).toBe('ci-plan-missing');
    const broken = { sha256: sha('3'), json: '{' };
    await expect(world.exchange({ plan: broken })).rejects.toMatchObject({
      code: 'ci-plan-unreadable',
      facts: { problem: 'not-json', says: { en: expect.stringContaining('JSON') } },
    });
  });

  it('shows what its plan changes outside the folders of the change, and providers that nobody allowed', async () => {
    const other = (yaml: string) =>
      withCi(yaml).replace('maximum: 3h', 'maximum: 3h\n          providers: [hashicorp/google]');
    const own = await createCiWorld(practiceConfig(other), world.database);
    const directories = { root: 'infra', changed: ['docs'] };
    const { lease } = await own.exchange({ plan: { ...plan, directories } });
    const view = await own.as('sre', 'lease.show', { id: lease });
    const codes = view.kind === 'ci-role' ? view.plan?.risks.map(({ code }) => code) : [];
    expect(codes).toEqual(expect.arrayContaining(['outside-directories', 'provider-unknown']));
  });
});

describe('an approval', () => {
  const others = [
    ['sha', { sha: 'b'.repeat(40) }],
    ['ref', { ref: 'refs/heads/topic' }],
    [
      'job_workflow_ref',
      { job_workflow_ref: 'acme/infra/.github/workflows/pr.yml@refs/pull/1/merge' },
    ],
    ['event_name', { event_name: 'workflow_dispatch' }],
    ['environment', { environment: 'production' }],
    ['actor_id', { actor_id: '8' }],
    ['repository_id', { repository_id: '9', sub: 'x' }],
  ] as const;
  it.each(others)('gives nothing to a job of another %s', async (_, claims) => {
    await lent();
    expect(await refusal(world.exchange({}, claims))).toMatch(
      /^ci-(lease-differs|claim-differs|unknown-repository)$/,
    );
  });

  it.each([
    ['run', {}, { run_id: '1002' }],
    ['attempt', {}, { run_attempt: '2' }],
    ['plan', { plan: { sha256: sha('2'), json: planJson() } }, {}],
  ])('gives nothing to another %s, which asks anew', async (_, input, claims) => {
    const lease = await lent();
    const answer = await world.exchange(input, claims);
    expect(answer).toMatchObject({ state: 'requested', credentials: null });
    expect(answer.lease).not.toBe(lease);
  });

  it('of one plan is void for other contents of the same hash', async () => {
    await lent();
    const forged = { sha256: plan.sha256, json: planJson('aws_s3_bucket.harmless') };
    expect(await refusal(world.exchange({ plan: forged }))).toBe('ci-lease-differs');
  });

  it('that is waited for is void once a newer run or plan asks, and the older one stays refused', async () => {
    const first = await world.exchange();
    const second = await world.exchange({ plan: { sha256: sha('2'), json: planJson() } });
    expect((await world.as('sre', 'lease.show', { id: first.lease })).state).toBe('withdrawn');
    const third = await world.exchange({}, { run_id: '1002', sha: 'c'.repeat(40) });
    expect((await world.as('sre', 'lease.show', { id: second.lease })).state).toBe('withdrawn');
    expect(await refusal(world.as('sre', 'lease.approve', { id: second.lease }))).toBe(
      'wrong-state',
    );
    expect(await refusal(world.exchange({ plan: { sha256: sha('4'), json: planJson() } }))).toBe(
      'ci-superseded',
    );
    expect(third.state).toBe('requested');
  });

  it('shows the plan without what is sensitive, and binds its digest', async () => {
    const { lease } = await world.exchange();
    const seen = await world.as('engineer', 'ci.plan', { id: lease });
    const view = await world.as('engineer', 'lease.show', { id: lease });
    if (view.kind !== 'ci-role') throw new Error('another kind');
    expect(view.plan).toMatchObject({
      sha256: plan.sha256,
      digest: seen.digest,
      counts: { delete: 1 },
    });
    expect(view.plan?.risks[0]).toMatchObject({
      severity: 'danger',
      address: 'aws_db_instance.main',
    });
    expect(view.runUrl).toBe('https://github.com/acme/infra/actions/runs/1001/attempts/1');
  });
});
