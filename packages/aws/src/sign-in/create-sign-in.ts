import { GetRoleCredentialsCommand, SSOClient } from '@aws-sdk/client-sso';
import {
  CreateTokenCommand,
  type CreateTokenCommandInput,
  RegisterClientCommand,
  SSOOIDCClient,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc';
import { CloudError } from '@sekisho/core/cloud';
import type { z } from 'zod';
import { ask, type SendOptions } from '../ask.ts';
import type { FailureCodes } from '../failure.ts';
import { credentials, registered, started, token } from './answers.ts';
import type { DeviceAnswer, PortalToken, SignIn } from './sign-in.ts';

export interface SignInSettings {
  /** Of the access portal. */
  readonly startUrl: string;
  /** Where IAM Identity Center lives. */
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Of one question, milliseconds. */
  readonly timeout?: number;
}

const usualTimeout = 20_000;
const scope = 'sso:account:access';
const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** Source: IAM Identity Center OIDC and Portal API references, the errors of each operation. */
const codes: FailureCodes = {
  SlowDownException: 'throttled',
  ExpiredTokenException: 'denied',
  InvalidGrantException: 'denied',
  InvalidClientException: 'denied',
  UnauthorizedClientException: 'denied',
  UnauthorizedException: 'denied',
  ForbiddenException: 'denied',
};

/** Signs a person in by device authorization (RFC 8628) at IAM Identity Center itself. */
export function createSignIn(settings: SignInSettings): SignIn {
  const { region } = settings;
  const oidc = new SSOOIDCClient({ region, maxAttempts: 2 });
  const portal = new SSOClient({ region, maxAttempts: 2 });
  return {
    ...deviceSignIn(oidc, settings),
    async roleCredentials(accessToken, { account, permissionSet }) {
      const input = { accessToken, accountId: account, roleName: permissionSet };
      const answer = await asked(settings, credentials, async (options) =>
        portal.send(new GetRoleCredentialsCommand(input), options),
      );
      const { expiration, ...keys } = answer.roleCredentials;
      return { ...keys, expiresAt: expiration };
    },
    close() {
      oidc.destroy();
      portal.destroy();
    },
  };
}

function asked<T>(
  { timeout = usualTimeout }: SignInSettings,
  schema: z.ZodType<T>,
  send: (options: SendOptions) => Promise<unknown>,
): Promise<T> {
  return ask(AbortSignal.timeout(timeout), codes, schema, send);
}

function deviceSignIn(
  oidc: SSOOIDCClient,
  settings: SignInSettings,
): Omit<SignIn, 'roleCredentials' | 'close'> {
  const { startUrl, now } = settings;
  const createToken = async (input: CreateTokenCommandInput): Promise<PortalToken> => {
    const answer = await asked(settings, token, async (options) =>
      oidc.send(new CreateTokenCommand(input), options),
    );
    const { accessToken, refreshToken = null, expiresIn } = answer;
    return { accessToken, refreshToken, expiresAt: now() + expiresIn * 1000 };
  };
  return {
    async register() {
      const input = { clientName: 'sekisho', clientType: 'public', scopes: [scope] };
      const answer = await asked(settings, registered, async (options) =>
        oidc.send(new RegisterClientCommand(input), options),
      );
      const { clientId, clientSecret, clientSecretExpiresAt } = answer;
      return { clientId, clientSecret, expiresAt: clientSecretExpiresAt * 1000 };
    },
    async startDevice({ clientId, clientSecret }) {
      const input = { clientId, clientSecret, startUrl };
      const answer = await asked(settings, started, async (options) =>
        oidc.send(new StartDeviceAuthorizationCommand(input), options),
      );
      return {
        ...{ deviceCode: answer.deviceCode, userCode: answer.userCode },
        url: answer.verificationUri,
        completeUrl: answer.verificationUriComplete,
        expiresAt: now() + answer.expiresIn * 1000,
        interval: answer.interval * 1000,
      };
    },
    async askDevice({ clientId, clientSecret }, { deviceCode }) {
      const input = { clientId, clientSecret, deviceCode, grantType: deviceGrant };
      return createToken(input).then(
        (fresh): DeviceAnswer => ({ kind: 'agreed', token: fresh }),
        deviceAnswer,
      );
    },
    async refresh({ clientId, clientSecret }, refreshToken) {
      const input = { clientId, clientSecret, refreshToken, grantType: 'refresh_token' };
      return createToken(input).catch((error: unknown) => {
        if (error instanceof CloudError && error.failure === 'denied') return null;
        throw error;
      });
    },
  };
}

/** What a device's question that was not answered by a token means. */
function deviceAnswer(error: unknown): DeviceAnswer {
  const kinds: Readonly<Record<string, 'pending' | 'too-fast' | 'refused' | 'expired'>> = {
    AuthorizationPendingException: 'pending',
    SlowDownException: 'too-fast',
    AccessDeniedException: 'refused',
    ExpiredTokenException: 'expired',
  };
  const kind = error instanceof CloudError ? kinds[error.vendorCode] : undefined;
  if (kind === undefined) throw error;
  return { kind };
}
