import { fileURLToPath } from 'node:url';
import { type PracticeGithub, startPracticeGithub } from '@sekisho/practice/github';
import type { Logger } from 'pino';

/** What practice's GitHub calls itself in tokens and in `sekisho.yaml`: nothing listens under that name. */
export const practiceIssuer = 'https://github.practice.invalid';
/** What its tokens are made for. */
const audience = 'https://sekisho.practice.invalid';

const action = fileURLToPath(new URL('../../../action/src/index.ts', import.meta.url));

interface Options {
  readonly dataDirectory: string;
  readonly secret: string;
  readonly awsUrl: string;
  /** Of Sekisho, once it listens. */
  readonly sekishoUrl: () => string;
  /** Where jobs find programs. */
  readonly path: string;
  readonly logger: Logger;
}

/** Practice GitHub with a runner, whose jobs run the real action against this very server. */
export function openPracticeGithub(options: Options): Promise<PracticeGithub> {
  const { dataDirectory, secret, awsUrl, sekishoUrl, path, logger } = options;
  return startPracticeGithub({
    ...{ port: 0, secret, logger, issuer: practiceIssuer },
    dataDirectory: `${dataDirectory}/github`,
    onKeys: (keys) => tellAws(awsUrl, keys),
    runner: {
      ...{ workDirectory: `${dataDirectory}/github/work`, awsUrl, sekishoUrl, path, audience },
      ...{ region: 'ap-northeast-1', purpose: 'apply', action: [process.execPath, action] },
    },
  });
}

/** `fetch` that finds the keys of practice's issuer where it really is. */
export function practiceKeys(github: Pick<PracticeGithub, 'url'>) {
  return (url: string, init: RequestInit) =>
    fetch(url.startsWith(practiceIssuer) ? url.replace(practiceIssuer, github.url) : url, init);
}

/** Practice AWS fetches nothing: it is told what the issuer signs with. Errors: when it is not there. */
async function tellAws(awsUrl: string, keys: readonly object[]): Promise<void> {
  const answer = await fetch(`${awsUrl}/_practice/issuer`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ issuer: practiceIssuer, keys }),
  });
  if (!answer.ok) throw new Error(`practice AWS answered ${answer.status} to the issuer's keys`);
}
