import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { obtain } from './obtain.ts';

/**
 * Prints credentials as a `credential_process` does; everything else is said on standard error.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export async function credentials(host: Host, { words, options }: Asked): Promise<number> {
  const [extra] = words;
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho aws credentials' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const { credentials: keys } = await obtain(host, options);
  const answer = {
    Version: 1,
    AccessKeyId: keys.accessKeyId,
    SecretAccessKey: keys.secretAccessKey,
    SessionToken: keys.sessionToken,
    Expiration: new Date(keys.expiresAt).toISOString(),
  };
  await host.stdout.write(`${JSON.stringify(answer)}\n`);
  return 0;
}
