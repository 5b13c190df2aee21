import { slackManifest as manifestOf } from '@sekisho/server/slack-manifest';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { cleanJson } from '../print/clean.ts';
import { say } from '../sentences/say.ts';

/**
 * Prints the manifest from which Slack makes the app: over Socket Mode, or over HTTP to `--url`,
 * in the language of `--lang`.
 * Errors: `Failure` (exit code 2) when HTTP has no public address.
 */
export async function slackManifest(host: Host, { options }: Asked): Promise<number> {
  const mode = options.mode === 'http' ? 'http' : 'socket';
  const url = typeof options.url === 'string' ? options.url : '';
  if (mode === 'http' && !/^https:\/\/[^/]/.test(url)) {
    throw new Failure('bad-input', say(host, 'manifest-without-url', {}));
  }
  const language = options.lang ?? 'en';
  await host.stdout.write(`${cleanJson(manifestOf({ mode, url, language }))}\n`);
  return 0;
}
