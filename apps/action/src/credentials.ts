import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';
import { askJobToken } from './job-token.ts';
import { obtain } from './obtain.ts';
import type { Runner } from './runner.ts';
import { openSekisho, type Question } from './sekisho.ts';
import type { Language } from './texts.ts';
import { isWarning, keepTold } from './told.ts';
import { waitForLease } from './wait-for-lease.ts';

/** What the profile's program was told to ask. */
interface Asked extends Question {
  readonly url: string;
  readonly audience: string;
  readonly language: Language;
  readonly sessionSeconds: number;
  readonly region: string | null;
}

/** A provider gives up after a minute. */
const waitSeconds = 45;

/**
 * A `credential_process`: fresh credentials of the lease, which only lives while its deadline is ahead.
 * What Sekisho says of its end is kept beside the file for the post step, for few programs show what this one says.
 * @param say to whoever shows a credential process' standard error
 * Errors: `Failure`, `Refused`.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export async function credentials(
  file: string,
  runner: Runner,
  say: (line: string) => void,
): Promise<string> {
  const asked = JSON.parse(readFileSync(file, 'utf8')) as Asked;
  const { url, audience, language, purpose, plan } = asked;
  const sekisho = openSekisho(url, language);
  const answer = await waitForLease({
    ...{ url, waitSeconds, now: runner.now, sleep: runner.sleep, random: Math.random },
    ask: async (seconds) =>
      sekisho.exchange(await askJobToken(runner.tokens, audience), { purpose, plan }, seconds),
    onNews(news) {
      const now = new Date();
      if (!isWarning(news, now)) return;
      keepTold(dirname(file), news, now);
      // What is over fails, and is told with that.
      if (news.state === 'active') say(`Sekisho: ${news.message}`);
    },
    onTrouble: () => undefined,
  });
  const given = await obtain(answer, { ...runner, ...asked });
  if (given === null) throw new Failure('bad-answer', { url });
  return JSON.stringify({
    ...{ Version: 1, AccessKeyId: given.accessKeyId, SecretAccessKey: given.secretAccessKey },
    ...{ SessionToken: given.sessionToken, Expiration: given.expiresAt },
  });
}
