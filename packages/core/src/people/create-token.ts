import type { Config } from '@sekisho/config';
import { contract, verbNames } from '@sekisho/contract';
import { AppError } from '../platform/app-error.ts';
import { addSeconds } from '../platform/clock.ts';
import { readDuration } from '../platform/read-input.ts';
import { scopeCovers, sourceOfScope } from '../platform/scope.ts';
import { implement } from '../platform/verb.ts';
import { hashToken, insertToken, type TokenRow } from './store.ts';
import { tokenView } from './token-view.ts';

const longestSeconds = 366 * 24 * 3600;

export const createToken = implement(contract['token.create'], {
  decide: async (tx, input, _prepared, context) => {
    // A token that could mint tokens would outlive its own expiry and scopes.
    if (context.scopes !== null) throw new AppError('token-scope', { verb: 'token.create' });
    const seconds = readDuration('expires', input.expires);
    if (seconds > longestSeconds) {
      const facts = { field: 'expires', value: input.expires, needed: '366d' };
      throw new AppError('bad-input', { ...facts, problem: 'too-big' });
    }
    refuseUselessScopes(tx.config, input.scopes);
    const secret = `sk_${tx.ids.secret()}`;
    const row: TokenRow = {
      id: tx.ids.id('tok'),
      hash: hashToken(secret),
      name: input.name,
      owner: tx.principal.id,
      agent: input.agent ?? false,
      scopes: input.scopes,
      created_at: tx.now,
      expires_at: addSeconds(tx.now, seconds),
      last_used_at: null,
      revoked_at: null,
    };
    await insertToken(tx, row);
    const { id, scopes, agent, expires_at } = row;
    tx.record({
      action: 'token.create',
      subject: id,
      data: { scopes, agent, expiresAt: expires_at },
    });
    return { ...tokenView(row), token: secret };
  },
});

/** A misspelt scope would make a token that is refused later, where nobody expects it. */
function refuseUselessScopes(config: Config, scopes: readonly string[]): void {
  const value = scopes.find(
    (scope) => !isIngest(config, scope) && !verbNames.some((name) => scopeCovers(scope, name)),
  );
  if (value === undefined) return;
  throw new AppError('bad-input', {
    ...{ field: 'scopes', value, needed: '' },
    problem: 'no-such-scope',
  });
}

/** Whether a scope lets its bearer send to a source that is pushed to; it covers no verb. */
function isIngest({ sources }: Config, scope: string): boolean {
  const source = sourceOfScope(scope);
  return source !== null && Object.hasOwn(sources, source) && sources[source]?.kind === 'push';
}
