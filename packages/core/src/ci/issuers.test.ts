import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createJobIssuer, type JobIssuer } from '../../../../test/support/job-issuer.ts';
import { practiceConfig } from '../../../../test/support/world.ts';
import { audience, type CiWorld, createCiWorld, jobToken, plan, withCi } from '../../test/ci.ts';
import { clearDatabase } from '../../test/clear-database.ts';
import { refusal } from '../../test/leases.ts';

const github = 'https://token.actions.githubusercontent.com';
const ours = 'https://ghes.example.com/_services/token';

/** Jobs of two GitHubs are believed; the repository is of this one. */
const repositoryOf = (issuer: string) => (yaml: string) =>
  withCi(yaml)
    .replace('\nci:\n', `\nci:\n  issuers: [{ url: '${github}' }, { url: '${ours}' }]\n`)
    .replace('repository: acme/infra', `repository: acme/infra\n      issuer: ${issuer}`);

let world: CiWorld;
let enterprise: JobIssuer;
beforeAll(async () => {
  enterprise = await createJobIssuer(() => new Date(0), audience, ours);
  world = await createCiWorld(practiceConfig(repositoryOf(github)), undefined, enterprise);
});
beforeEach(() => clearDatabase(world.database));
afterAll(() => world.database.close());

/** What a job of the GitHub Enterprise Server is told, with all else as the repository's own job has it. */
async function foreign(where: CiWorld, input: object = {}): Promise<string | null> {
  const token = await jobToken(world, {}, enterprise);
  return refusal(where.calls('ci.exchange', { token, purpose: 'apply', plan, ...input }));
}

describe('a job of another GitHub, with the same repository id, workflow and actor', () => {
  it('is a stranger’s, also for what nobody need agree to', async () => {
    expect(await foreign(world)).toBe('ci-unknown-repository');
    expect(await foreign(world, { purpose: 'plan', plan: undefined })).toBe(
      'ci-unknown-repository',
    );
    expect((await world.exchange()).state).toBe('requested');
  });

  it('neither has nor ends what was lent to the repository’s own', async () => {
    const { lease } = await world.exchange();
    await world.as('sre', 'lease.approve', { id: lease });
    await world.live(30);
    expect(await foreign(world)).toBe('ci-unknown-repository');
    const token = await jobToken(world, {}, enterprise);
    expect(await refusal(world.calls('ci.finish', { token, lease }))).toBe('ci-unknown-repository');
    expect((await world.exchange()).state).toBe('active');
  });

  it('is believed where the repository is of that one, and the other’s is not', async () => {
    const moved = practiceConfig(repositoryOf(ours));
    const there = await createCiWorld(moved, world.database, enterprise);
    expect(await foreign(there)).toBeNull();
    expect(await refusal(there.exchange())).toBe('ci-unknown-repository');
  });
});

it('what was approved for a job of one GitHub is not granted once the repository is of another', async () => {
  const { lease } = await world.exchange();
  await world.as('sre', 'lease.approve', { id: lease });
  const moved = practiceConfig(repositoryOf(ours));
  const there = await createCiWorld(moved, world.database, enterprise);
  await there.live(30);
  const { state } = await there.as('sre', 'lease.show', { id: lease });
  expect(['approved', 'granting', 'active']).not.toContain(state);
});
