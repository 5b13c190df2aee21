import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Oidc from 'oidc-provider';

/** A real OpenID Connect provider on this machine. */
export interface TestProvider {
  readonly issuer: string;
  /** Subject of whoever signs in next: nobody types a password in tests. */
  next: string;
  close(): Promise<void>;
}

export const clientSecret = 'secret-of-the-client-of-this-test';

interface Account {
  readonly email?: string;
  readonly email_verified?: boolean;
}

interface Context {
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
  };
}

/** Starts it with these accounts, by their subject. */
export async function startProvider(
  accounts: Readonly<Record<string, Account>>,
  redirectUris: readonly string[],
  port: number,
): Promise<TestProvider> {
  const issuer = `http://localhost:${port}`;
  const client = { redirect_uris: redirectUris, response_types: ['code'] };
  const provider = new Oidc(issuer, {
    clients: [
      { ...client, client_id: 'sekisho', client_secret: clientSecret },
      { ...client, client_id: 'public', token_endpoint_auth_method: 'none' },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: ['cookies of a test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, ...accounts[sub] }),
    }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const { clientId } = oidc.client;
      const grant = new provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  const started: TestProvider = { issuer, next: Object.keys(accounts)[0] ?? '', close };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return void handle(request, response);
    const result = { login: { accountId: started.next } };
    void provider.interactionFinished(request, response, result);
  });
  await new Promise<void>((ready) => server.listen(port, 'localhost', ready));
  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
  return started;
}

function signingKey(): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' };
}
