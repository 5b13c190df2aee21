import { createKeySets, verifyToken } from '@sekisho/github-oidc';
import { judgeWish, starterOf } from '../../packages/core/src/ci/consider.ts';
import { freezeJob, roleOfLease } from '../../packages/core/src/ci/frozen.ts';
import { needPurpose, refuseOtherClaims } from '../../packages/core/src/ci/match.ts';
import { audience, withCi } from '../../packages/core/test/ci.ts';
import { createJobIssuer } from '../../test/support/job-issuer.ts';
import { practiceConfig } from '../../test/support/world.ts';

/** Exchanges judged a second of one core: the token verified, its claims matched, policy asked. Nothing is stored. */
export async function judgeTokens(count: number): Promise<number> {
  const now = new Date('2026-05-01T00:00:00Z');
  const issuer = await createJobIssuer(() => now, audience);
  const config = practiceConfig(withCi);
  const issuers = config.ci?.issuers ?? [];
  const keys = createKeySets({ issuers: () => issuers, fetch: issuer.fetch, now: () => now });
  const urls = issuers.map(({ url }) => url);
  const rules = { keys, issuers: urls, audience, now, leewaySeconds: 30 };
  const tokens = await Promise.all(
    Array.from({ length: Math.min(count, 500) }, () =>
      issuer.sign(issuer.claims({ actor: 'taro-suzuki' })),
    ),
  );
  const one = async (token: string) => {
    const claims = await verifyToken(token, rules);
    const repository = config.ci?.repositories.get(claims.repository_id);
    if (repository === undefined) throw new Error('the repository is not known');
    const purpose = needPurpose(repository, 'plan');
    refuseOtherClaims(repository, purpose, claims);
    const frozen = freezeJob(config.installation, repository, purpose, claims, null);
    const starter = starterOf(config, repository.name, claims.actor);
    const wish = { repository, purpose, starter, lent: roleOfLease({ frozen }) };
    judgeWish(config, wish, { now, budgets: () => ({ problem: 'unknown' }) });
  };
  await Promise.all(tokens.map(one));
  const before = process.cpuUsage();
  for (let done = 0; done < count; done += tokens.length) await Promise.all(tokens.map(one));
  const { user, system } = process.cpuUsage(before);
  const whole = Math.ceil(count / tokens.length) * tokens.length;
  // By processor time: keys are checked on other threads, and what they use counts too.
  return whole / ((user + system) / 1e6);
}
