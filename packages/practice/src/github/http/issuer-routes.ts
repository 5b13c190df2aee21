import type { Context } from 'hono';
import { Hono } from 'hono';
import { bearer } from '../../shell/guard.ts';
import { Refusal } from '../world.ts';
import type { Core } from './core.ts';

/** Where a running job asks for a token; GitHub's own path is longer, and nobody reads it. */
export const tokenPath = '/token-request';

/** The OIDC issuer and the address that jobs ask for tokens. */
export function issuerRoutes(core: Core, origin: () => string, issuer: () => string): Hono {
  const routes = new Hono();
  routes.get('/.well-known/openid-configuration', (c) =>
    c.json({
      issuer: issuer(),
      jwks_uri: `${origin()}/.well-known/jwks`,
      ...{
        response_types_supported: ['id_token'],
        subject_types_supported: ['public', 'pairwise'],
      },
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid'],
    }),
  );
  routes.get('/.well-known/jwks', (c) => answering(c, () => core.run({ kind: 'jwks' })));
  routes.get(tokenPath, (c) =>
    answering(c, () => {
      const audience = c.req.query('audience') ?? null;
      return { count: 1, ...core.run({ kind: 'token', bearer: bearer(c) ?? '', audience }) };
    }),
  );
  return routes;
}

/** GitHub's way of refusing: a status and a message. */
export function answering(c: Context, run: () => unknown): Response {
  try {
    return c.json(run() as object);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return c.json({ message: error.message }, error.status as 400);
  }
}
