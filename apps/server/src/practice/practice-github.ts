import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Config } from '@sekisho/config';
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
export async function openPracticeGithub(options: Options): Promise<PracticeGithub> {
  const { dataDirectory, secret, awsUrl, sekishoUrl, path, logger } = options;
  const teller = createTeller(awsUrl);
  const github = await startPracticeGithub({
    ...{ port: 0, secret, logger, issuer: practiceIssuer },
    webhookUrl: () => (sekishoUrl() === '' ? null : `${sekishoUrl()}/ingest/v1/github`),
    dataDirectory: `${dataDirectory}/github`,
    onKeys: async (keys) => void teller.tell(keys),
    runner: {
      ...{ workDirectory: `${dataDirectory}/github/work`, awsUrl, sekishoUrl, path, audience },
      ...{ region: 'ap-northeast-1', purpose: 'apply', action: [process.execPath, action] },
    },
  });
  return {
    ...github,
    close() {
      teller.stop();
      return github.close();
    },
  };
}

const pauseMs = 1000;

/** Tells practice AWS the newest keys until it takes them: it may start later, or again. */
function createTeller(awsUrl: string) {
  let newest: readonly object[] | null = null;
  const tell = async (keys: readonly object[]): Promise<void> => {
    newest = keys;
    while (newest === keys) {
      const taken = await tellAws(awsUrl, keys).then(
        () => true,
        () => false,
      );
      if (taken) return;
      await sleep(pauseMs, undefined, { ref: false });
    }
  };
  const stop = () => {
    newest = null;
  };
  return { tell, stop };
}

/** `fetch` that finds practice's GitHub, its keys and its API, where it really is. */
export function practiceFetch(github: Pick<PracticeGithub, 'url'>) {
  return (url: string, init: RequestInit) =>
    fetch(
      url.startsWith(`${practiceIssuer}/`) ? url.replace(practiceIssuer, github.url) : url,
      init,
    );
}

/** Secrets by variable: those of practice's own GitHub are nobody's to set. */
export function withGithubSecrets(
  secrets: Readonly<Record<string, string | undefined>>,
  config: () => Config,
  { apiToken, webhookSecret }: Pick<PracticeGithub, 'apiToken' | 'webhookSecret'>,
): (variable: string) => string | undefined {
  return (variable) => {
    const { github } = config();
    if (github?.api.startsWith(`${practiceIssuer}/`) !== true) return secrets[variable];
    if (variable === github.tokenVariable) return apiToken;
    return variable === github.webhookSecretVariable ? webhookSecret : secrets[variable];
  };
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
