import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * What a person's sign-in meets at AWS, in one server: SSO OIDC, the portal, the federation endpoint, and
 * STS to look whose keys one has. Shapes: IAM Identity Center OIDC and Portal API references; IAM user
 * guide, "Enable custom identity broker access to the AWS console".
 */

export interface FakeSignIn {
  readonly url: string;
  /** Operations, in order. */
  readonly asked: readonly string[];
  /** Whether the person agrees when asked. */
  agrees: boolean | null;
  /** Questions for role credentials that are answered as if nothing were assigned yet. */
  unassigned: number;
  /** Milliseconds that role credentials live. */
  keysLive: number;
  /** Seconds that a portal's token lives. */
  tokenLives: number;
  /** The portal knows none of the tokens that it gave any more. */
  forget(): void;
  /** Every secret that was handed out. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

export async function startFakeSignIn(): Promise<FakeSignIn> {
  const asked: string[] = [];
  const secrets: string[] = [];
  let good = new Set<string>();
  const secret = (kind: string) => {
    const made = `${kind}-${crypto.randomUUID()}`;
    secrets.push(made);
    return made;
  };
  const token = () => {
    const accessToken = secret('token');
    good.add(accessToken);
    return { accessToken, refreshToken: secret('refresh'), expiresIn: fake.tokenLives };
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake: FakeSignIn = {
    ...{ url, asked, secrets, agrees: true, unassigned: 0, keysLive: 3_600_000 },
    tokenLives: 28_800,
    forget: () => {
      good = new Set();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return fake;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const send = (status: number, value: unknown, type?: string) => {
      const headers = { 'content-type': 'application/json', 'x-amzn-errortype': type ?? '' };
      response.writeHead(status, headers).end(JSON.stringify(value));
    };
    const refuse = (status: number, type: string, error = '') =>
      send(status, { __type: type, message: 'No access', error }, type);
    asked.push(pathname === '/token' ? `/token ${String(JSON.parse(body).grantType)}` : pathname);
    if (pathname === '/client/register') {
      const clientSecretExpiresAt = Math.floor(Date.now() / 1000) + 7_776_000;
      return send(200, {
        clientId: 'client',
        clientSecret: secret('client'),
        clientSecretExpiresAt,
      });
    }
    if (pathname === '/device_authorization') {
      return send(200, {
        ...{ deviceCode: secret('device'), userCode: 'ABCD-EFGH', expiresIn: 600, interval: 1 },
        verificationUri: `${url}/device`,
        verificationUriComplete: `${url}/device?user_code=ABCD-EFGH`,
      });
    }
    if (pathname === '/token') {
      if (fake.agrees === null) return refuse(400, 'AuthorizationPendingException');
      return fake.agrees ? send(200, token()) : refuse(400, 'AccessDeniedException');
    }
    if (pathname === '/federation/credentials') {
      if (!good.has(String(request.headers['x-amz-sso_bearer_token'])))
        return refuse(401, 'UnauthorizedException');
      if (fake.unassigned > 0) {
        fake.unassigned -= 1;
        return refuse(403, 'ForbiddenException');
      }
      const expiration = Date.now() + fake.keysLive;
      const [account, role] = [searchParams.get('account_id'), searchParams.get('role_name')];
      const accessKeyId = `ASIA${String(account)}${String(role)}`;
      const keys = { secretAccessKey: secret('key'), sessionToken: secret('session') };
      return send(200, { roleCredentials: { accessKeyId, ...keys, expiration } });
    }
    if (pathname === '/federation') return send(200, { SigninToken: secret('signin') });
    const key = /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? 'nobody';
    response
      .writeHead(200, { 'content-type': 'text/xml' })
      .end(
        `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:sts::111122223333:assumed-role/${key}/ann</Arn><UserId>A:ann</UserId><Account>111122223333</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
      );
  }
}
