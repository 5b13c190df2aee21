import { HttpClient } from '@actions/http-client';
import { Failure } from './failure.ts';
import { codeOf } from './job-token.ts';
import type { Credentials } from './read-answer.ts';

interface Wanted {
  readonly arn: string;
  readonly sessionName: string;
  readonly region: string;
  readonly seconds: number;
  /** Of STS; null for the region's own. */
  readonly endpoint: string | null;
}

/**
 * Assumes a role with this job's token: the call needs no signature.
 * Errors: `Failure` `role-refused` in AWS's words.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export async function assumeRole(wanted: Wanted, token: string): Promise<Credentials> {
  const { arn, sessionName, region, seconds, endpoint } = wanted;
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const form = new URLSearchParams({
    ...{ Action: 'AssumeRoleWithWebIdentity', Version: '2011-06-15', RoleArn: arn },
    ...{ RoleSessionName: sessionName, DurationSeconds: String(seconds), WebIdentityToken: token },
  });
  const client = new HttpClient('sekisho-action', [], { socketTimeout: 20_000 });
  const refused = (why: string) => new Failure('role-refused', { role: arn, why });
  try {
    const url = endpoint ?? `https://sts.${region}.${domain}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await client.post(`${url.replace(/\/$/, '')}/`, form.toString(), headers);
    const xml = await answer.readBody();
    const found = credentialsIn(xml);
    if (found !== null) return found;
    throw refused(valueOf(xml, 'Message') ?? `HTTP ${answer.message.statusCode ?? 0}`);
  } catch (error) {
    throw error instanceof Failure ? error : refused(codeOf(error));
  } finally {
    client.dispose();
  }
}

function credentialsIn(xml: string): Credentials | null {
  const accessKeyId = valueOf(xml, 'AccessKeyId');
  const secretAccessKey = valueOf(xml, 'SecretAccessKey');
  const sessionToken = valueOf(xml, 'SessionToken');
  const expiresAt = valueOf(xml, 'Expiration');
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiresAt) return null;
  return { accessKeyId, secretAccessKey, sessionToken, expiresAt };
}

function valueOf(xml: string, name: string): string | null {
  return new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1] ?? null;
}
