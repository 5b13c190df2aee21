import { describe, expect, it } from 'vitest';
import { audience, hostileTokens } from '../../../../test/support/hostile-tokens/index.ts';
import { createJobIssuer } from '../../../../test/support/job-issuer.ts';
import { createKeySets, TokenRefused, verifyToken } from '../index.ts';

const now = new Date('2026-11-02T10:00:00Z');
const at = now.getTime() / 1000;
const issuer = await createJobIssuer(() => now, audience);
const stranger = await createJobIssuer(() => now, audience);
const corpus = hostileTokens({ issuer, stranger, now });
const keys = createKeySets({ issuers: () => [issuer], fetch: issuer.fetch, now: () => now });
const rules = { keys, issuers: [issuer.url], audience, now, leewaySeconds: 30 };

async function refusalOf(token: string): Promise<string> {
  try {
    await verifyToken(token, rules);
    return 'believed';
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    expect(error.message.length).toBeLessThan(40);
    return error.part === null ? error.code : `${error.code} ${error.part}`;
  }
}

describe('a token', () => {
  it.each(corpus)('%s is refused', async (_, make, refusal) => {
    expect(await refusalOf(await make())).toBe(refusal);
  });

  it('that is refused for what it says asks its issuer for no key', async () => {
    const unasked = createKeySets({
      issuers: () => [stranger],
      fetch: stranger.fetch,
      now: () => now,
    });
    for (const [, make, refusal] of corpus) {
      if (refusal === 'signature' || refusal === 'algorithm alg') continue;
      await expect(verifyToken(await make(), { ...rules, keys: unasked })).rejects.toThrow(
        TokenRefused,
      );
    }
    expect(stranger.asked()).toBe(0);
  });

  it.each([
    ['by names alone', {}],
    ['with ids', { sub: 'repo:acme@99/infra@123456:environment:production' }],
    ['of an organisation’s own form', { sub: 'repository_id:123456:ref:refs/heads/main' }],
    ['at the edge of the clocks’ leeway', { exp: at - 29, nbf: at - 60, iat: at - 60 }],
  ])('that is right is believed: its subject %s', async (_, changes) => {
    const token = await issuer.sign(issuer.claims(changes));
    expect(await verifyToken(token, rules)).toMatchObject({ repository_id: '123456' });
  });
});
