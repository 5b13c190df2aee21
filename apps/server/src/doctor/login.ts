import type { Config } from '@sekisho/config';
import { type Finding, found, subjectOf } from '@sekisho/contract';
import { z } from 'zod';
import { whyUnreached } from './why-unreached.ts';

const subject = subjectOf('login');
const described = z.object({ issuer: z.string() });

/** Whether the provider of logins describes itself as it should. Source: OpenID Connect Discovery 1.0, section 4. */
export async function examineLogin(
  { login }: Config,
  secret: (variable: string) => string | undefined,
  signal: AbortSignal,
): Promise<Finding> {
  if (login === null) return found('login-provider', 'off', subject, {});
  const { issuer, clientSecretVariable: variable } = login;
  if (variable !== null && !secret(variable))
    return found('login-provider', 'no-secret', subject, { variable });
  const unreachable = (detail: string) =>
    found('login-provider', 'unreachable', subject, { issuer, detail });
  try {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    if (!answer.ok) return unreachable(`HTTP ${answer.status}`);
    const { success, data } = described.safeParse(await answer.json());
    if (!success) return unreachable('no discovery document');
    if (data.issuer === issuer) return found('login-provider', 'good', subject, { issuer });
    return found('login-provider', 'other-issuer', subject, { issuer, said: data.issuer });
  } catch (error) {
    return unreachable(whyUnreached(error));
  }
}
