import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { practiceConfig } from '../../../../test/support/world.ts';
import { type CiWorld, createCiWorld, plan, sha, withCi } from '../../test/ci.ts';
import { clearDatabase } from '../../test/clear-database.ts';
import { refusal } from '../../test/leases.ts';
import { CloudError } from '../platform/cloud-error.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import type { CiCloud } from './cloud.ts';
import { forgetOldJobs } from './store.ts';

let world: CiWorld;
beforeAll(async () => {
  world = await createCiWorld();
});
beforeEach(async () => {
  await clearDatabase(world.database);
  // What other tests left on the roles goes by itself; each begins without it.
  const scope = { environment: 'staging', account: '222222222222', region: 'us-east-1' };
  for (const roleArn of [applyRole, windowRole]) {
    const seen = await world.aws.role(scope, roleArn, 'sekisho-');
    for (const name of Object.keys(seen?.policies ?? {})) {
      await world.aws.deleteRolePolicy(scope, { roleArn, name });
    }
  }
});
afterAll(() => world.database.close());

const applyRole = 'arn:aws:iam::222222222222:role/sekisho-ci-apply';
const windowRole = 'arn:aws:iam::222222222222:role/sekisho-ci-window';
const anything = 'iam:CreateRole';

async function approved(input = {}, claims = {}): Promise<string> {
  const { lease } = await world.exchange(input, claims);
  await world.as('sre', 'lease.approve', { id: lease });
  await world.live(30);
  return lease;
}

async function keyOf(input = {}, claims = {}) {
  const { credentials } = await world.exchange(input, claims);
  if (credentials === null) throw new Error('no credentials');
  return credentials;
}

const policiesOf = async (roleArn: string) => {
  const scope = { environment: 'staging', account: '222222222222', region: 'us-east-1' };
  return Object.keys((await world.aws.role(scope, roleArn, 'sekisho-'))?.policies ?? {});
};
const noticesOf = async (lease: string) => {
  const entries = await world.as('sre', 'timeline.list', { limit: 200 });
  return entries.filter((one) => one.lease === lease && one.action === 'lease.reminded');
};

describe('a role that a job has', () => {
  it('lasts a whole apply of ninety minutes by renewal, is told of its end twice, and then of no use', async () => {
    const lease = await approved();
    let key = await keyOf();
    for (let minute = 0; minute < 90; minute += 1) {
      if (Date.parse(key.expiresAt) - world.clock.now().getTime() <= 5 * 60_000) {
        key = await keyOf({ plan: { sha256: plan.sha256 } });
      }
      expect(world.aws.mayDo(key, anything), `minute ${minute}`).toBe(true);
      if (minute === 50) await world.as('engineer', 'ci.extend', { id: lease, by: '40m' });
      await world.live(60);
    }
    await world.live(11 * 60);
    const spoken = (await noticesOf(lease)).map(({ data }) => data['secondsBefore']);
    expect(spoken).toEqual([120, 600, 600]);
    expect(world.aws.mayDo(key, anything)).toBe(false);
    const over = await world.exchange({ plan: { sha256: plan.sha256 } });
    expect(over).toMatchObject({ lease, state: 'ended', credentials: null, role: null });
    expect(over.message).toContain('force-unlock');
  });

  it('ends at its deadline in AWS although nobody ends it', async () => {
    await approved();
    await world.live(46 * 60);
    const key = await keyOf();
    expect(Date.parse(key.expiresAt) - world.clock.now().getTime()).toBeLessThan(15 * 60_000);
    // Nothing turns the engine any more.
    world.clock.turn(14 * 60);
    expect(world.aws.mayDo(key, anything)).toBe(false);
  });

  it('is denied once the job is done, alone, until what it had is dead', async () => {
    const lease = await approved();
    const key = await keyOf();
    const topic = { purpose: 'drained' };
    await approved(topic, { run_id: '2000' });
    const other = await keyOf(topic, { run_id: '2000' });
    const done = await world.finish(lease);
    expect(done).toMatchObject({ lease, state: 'revoking' });
    await world.live(20);
    expect((await world.as('sre', 'lease.show', { id: lease })).state).toBe('ended');
    expect([world.aws.mayDo(key, anything), world.aws.mayDo(other, anything)]).toEqual([
      false,
      true,
    ]);
    expect(await policiesOf(applyRole)).toEqual(['sekisho-ended']);
    await world.live(25 * 60);
    expect(await policiesOf(applyRole)).toEqual([]);
    expect((await world.finish(lease)).state).toBe('ended');
  });

  it('is denied for five minutes after what it had is dead by our clock, which AWS’s may be behind', async () => {
    const hour = (yaml: string) => withCi(yaml).replace('maximum: 3h', 'session: 1h');
    const house = await createCiWorld(practiceConfig(hour), world.database);
    const { lease } = await house.exchange();
    await house.as('sre', 'lease.approve', { id: lease });
    await house.live(30);
    const { credentials } = await house.exchange();
    await house.finish(lease);
    const until = (minutes: number) => {
      const dead = Date.parse(credentials?.expiresAt ?? '');
      return house.live(minutes * 60 + (dead - house.clock.now().getTime()) / 1000);
    };
    const denials = async () => {
      const scope = { environment: 'staging', account: '222222222222', region: 'us-east-1' };
      return Object.keys((await house.aws.role(scope, applyRole, 'sekisho-'))?.policies ?? {});
    };
    await until(4);
    await transactAsSystem(house.core.house, forgetOldJobs);
    await until(5);
    expect(await denials()).toEqual(['sekisho-ended']);
    // A call to STS may take a minute, and the engine looks again after one more.
    await until(8);
    expect(await denials()).toEqual([]);
  });

  it('of another run is not this job’s to give back', async () => {
    const lease = await approved();
    expect(await refusal(world.finish(lease, { run_id: '2001' }))).toBe('ci-lease-differs');
  });

  it('may drain for as long as the configuration says, and no longer', async () => {
    const lease = await approved({ purpose: 'drained' });
    await world.live(59 * 60);
    const key = await keyOf({ purpose: 'drained' });
    await world.live(2 * 60);
    expect((await world.as('sre', 'lease.show', { id: lease })).state).toBe('revoking');
    expect(world.aws.mayDo(key, anything)).toBe(true);
    expect((await world.exchange({ purpose: 'drained' })).credentials).toBeNull();
    await world.live(10 * 60);
    expect(world.aws.mayDo(key, anything)).toBe(false);
  });

  it('is taken back in time although another role of the account cannot be looked at', async () => {
    const lease = await approved();
    const key = await keyOf();
    const { role } = world.aws;
    const denied = new CloudError('denied', 'AccessDenied', 'not this role');
    const refusing: CiCloud['role'] = (scope, arn, prefix) =>
      arn === windowRole ? Promise.reject(denied) : role(scope, arn, prefix);
    Object.assign(world.aws, { role: refusing });
    const { lease: barred } = await world.exchange({ purpose: 'open' }, { run_id: '2500' });
    await world.as('sre', 'lease.approve', { id: barred });
    await world.finish(lease);
    expect(await world.core.reconcile()).toBe(2);
    Object.assign(world.aws, { role });
    expect(world.aws.mayDo(key, anything)).toBe(false);
    expect(await world.as('sre', 'lease.show', { id: barred })).toMatchObject({
      ...{ state: 'granting', missing: 'denied' },
    });
  });

  it('is taken from everybody at once when everything is stopped', async () => {
    await approved();
    const key = await keyOf();
    await world.as('sre', 'lease.stop-all', { reason: 'leak' });
    await world.live(20);
    expect(world.aws.mayDo(key, anything)).toBe(false);
    await world.as('sre', 'lease.resume', { reason: 'mended' });
  });
});

describe('a window', () => {
  const claims = {
    aud: 'sts.amazonaws.com',
    sub: 'repo:acme/infra:environment:production',
    repository_id: '7001',
    job_workflow_ref: 'acme/infra/.github/workflows/apply.yml@refs/heads/main',
    environment: 'production',
  };
  const enter = (session: string) => world.aws.enter(windowRole, session, claims, 3600);
  const open = (run: string) =>
    approved({ purpose: 'open' }, { run_id: run, ref: 'refs/heads/main' });

  it('is for the session of its own job, and shuts by itself', async () => {
    const lease = await open('3000');
    const answer = await world.exchange({ purpose: 'open' }, { run_id: '3000' });
    expect(answer).toMatchObject({ state: 'active', credentials: null, role: { arn: windowRole } });
    const mine = enter(answer.role?.sessionName ?? '');
    const others = enter('another-job');
    expect([world.aws.mayDo(mine, anything), world.aws.mayDo(others, anything)]).toEqual([
      true,
      false,
    ]);
    expect(await policiesOf(windowRole)).toEqual([`sekisho-window-${lease}`]);
    world.clock.turn(59 * 60);
    expect(world.aws.mayDo(enter(answer.role?.sessionName ?? ''), anything)).toBe(true);
    // Nothing turns the engine any more.
    world.clock.turn(60);
    expect(world.aws.mayDo(enter(answer.role?.sessionName ?? ''), anything)).toBe(false);
  });

  it('neither lengthens nor cuts another on the same role, and waits until AWS serves it', async () => {
    const { lease: first } = await world.exchange({ purpose: 'open' }, { run_id: '3001' });
    await world.as('sre', 'lease.approve', { id: first });
    await world.live(3);
    expect(await world.as('sre', 'lease.show', { id: first })).toMatchObject({
      ...{ state: 'granting', step: 'writing-policies' },
    });
    await world.live(30);
    const second = await open('3002');
    const [one, other] = [enter(`sekisho-${first}`), enter(`sekisho-${second}`)];
    await world.finish(first, { run_id: '3001' });
    await world.live(20);
    expect([world.aws.mayDo(one, anything), world.aws.mayDo(other, anything)]).toEqual([
      false,
      true,
    ]);
    expect(await policiesOf(windowRole)).toEqual([`sekisho-window-${second}`]);
  });

  it('stays open for as long as an apply may drain, and no longer', async () => {
    const drain = (yaml: string) =>
      withCi(yaml).replace('approach: window', 'approach: window\n          drain: 10m');
    const drained = await createCiWorld(practiceConfig(drain), world.database);
    const { lease } = await drained.exchange({ purpose: 'open' }, { run_id: '3004' });
    await drained.as('sre', 'lease.approve', { id: lease });
    await drained.live(61 * 60);
    expect((await drained.as('sre', 'lease.show', { id: lease })).state).toBe('revoking');
    const mayDo = () =>
      drained.aws.mayDo(drained.aws.enter(windowRole, `sekisho-${lease}`, claims, 3600), anything);
    expect(mayDo()).toBe(true);
    await drained.live(10 * 60);
    expect(mayDo()).toBe(false);
    const scope = { environment: 'staging', account: '222222222222', region: 'us-east-1' };
    expect((await drained.aws.role(scope, windowRole, 'sekisho-'))?.policies).toEqual({});
  });

  it('and the broker lend no more than the configuration says', async () => {
    const policy = "policy: { Statement: [{ Effect: Allow, Action: 'ec2:*', Resource: '*' }] }";
    const narrowed = (yaml: string) =>
      withCi(yaml)
        .replace('approach: window', `approach: window\n          ${policy}`)
        .replace('maximum: 3h', `maximum: 3h\n          ${policy}`);
    const house = await createCiWorld(practiceConfig(narrowed), world.database);
    const lend = async (purpose: string, run: string) => {
      const { lease } = await house.exchange({ purpose }, { run_id: run });
      await house.as('sre', 'lease.approve', { id: lease });
      await house.live(30);
      return house.exchange({ purpose }, { run_id: run });
    };
    const { role } = await lend('open', '3005');
    const { credentials } = await lend('apply', '3006');
    if (role === null || credentials === null) throw new Error('nothing was lent');
    for (const key of [house.aws.enter(windowRole, role.sessionName, claims), credentials]) {
      expect(house.aws.mayDo(key, 'ec2:RunInstances')).toBe(true);
      expect(house.aws.mayDo(key, anything)).toBe(false);
    }
  });

  it('opens for no plan but the approved one', async () => {
    await open('3003');
    const answer = await world.exchange(
      { purpose: 'open', plan: { ...plan, sha256: sha('9') } },
      { run_id: '3003' },
    );
    expect(answer).toMatchObject({ state: 'requested', role: null });
  });
});
