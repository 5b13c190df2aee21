import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { type Obtained, obtain } from './obtain.ts';

/** Variables by which a program would find other credentials, or our own secrets. */
const taken: readonly string[] = [
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_SECURITY_TOKEN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ROLE_ARN',
  'AWS_ROLE_SESSION_NAME',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'SEKISHO_PASSPHRASE',
  'SEKISHO_TOKEN',
];

/**
 * Runs a program with a profile's credentials in its environment and answers with its exit code. They
 * end with the lease: a program that runs longer needs the profile instead (`aws config
 * --credential-process`), which is asked anew.
 */
export async function exec(host: Host, { words, options }: Asked): Promise<number> {
  const [command] = words;
  if (command === undefined) throw new Failure('bad-input', say(host, 'aws-exec-what'));
  const obtained = await obtain(host, options);
  const until = new Date(obtained.credentials.expiresAt);
  if (host.stderr.isTerminal)
    await host.stderr.write(
      `${say(host, 'aws-exec-until', { until: until.toLocaleTimeString() })}\n`,
    );
  try {
    return await host.runProgram(words, environmentFor(host, obtained));
  } catch (error) {
    const detail = String((error as NodeJS.ErrnoException).code ?? error);
    throw new Failure('bad-input', say(host, 'aws-exec-failed', { command, detail }));
  }
}

function environmentFor(host: Host, { profile, credentials }: Obtained): Host['env'] {
  const kept = Object.entries(host.env).filter(([name]) => !taken.includes(name));
  const region = profile.region ?? profile.identityCenter.region;
  return {
    ...Object.fromEntries(kept),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_CREDENTIAL_EXPIRATION: new Date(credentials.expiresAt).toISOString(),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
}
