import { z } from 'zod';
import type { RoleCredentials } from './sign-in.ts';

const answer = z.object({ SigninToken: z.string().min(1) });

/** Where each part of AWS signs people in. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html */
const places = {
  aws: { signIn: 'https://signin.aws.amazon.com', console: 'https://console.aws.amazon.com/' },
  'aws-cn': { signIn: 'https://signin.amazonaws.cn', console: 'https://console.amazonaws.cn/' },
  'aws-us-gov': {
    signIn: 'https://signin.amazonaws-us-gov.com',
    console: 'https://console.amazonaws-us-gov.com/',
  },
} as const;

export interface FederationSettings {
  readonly fetch: typeof globalThis.fetch;
  readonly partition: keyof typeof places;
  /** In place of AWS's own address of the federation endpoint. */
  readonly endpoint: string | undefined;
  /** Page of the console to go to; its front page without one. */
  readonly destination: string | undefined;
}

/**
 * A link that signs whoever opens it in to the console with some credentials, for fifteen minutes:
 * it is itself a secret. Errors: throws what the network threw, or an `Error` with AWS's status.
 */
export async function federatedLink(
  { accessKeyId, secretAccessKey, sessionToken }: RoleCredentials,
  { fetch, partition, endpoint, destination }: FederationSettings,
): Promise<string> {
  const place = places[partition];
  const session = JSON.stringify({
    sessionId: accessKeyId,
    sessionKey: secretAccessKey,
    sessionToken,
  });
  const ask = new URLSearchParams({ Action: 'getSigninToken', Session: session });
  const response = await fetch(`${endpoint ?? place.signIn}/federation?${ask.toString()}`, {
    redirect: 'error',
    signal: AbortSignal.timeout(20_000),
  });
  if (!response.ok) throw new Error(`the sign-in endpoint answered ${response.status}`);
  const { SigninToken } = answer.parse(await response.json());
  const query = new URLSearchParams({
    Action: 'login',
    Issuer: 'sekisho',
    Destination: destination ?? place.console,
    SigninToken,
  });
  return `${endpoint ?? place.signIn}/federation?${query.toString()}`;
}
