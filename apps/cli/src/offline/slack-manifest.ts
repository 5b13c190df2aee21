import { slackManifest as manifestOf } from '@sekisho/server/slack-manifest';
import type { Host } from '../host.ts';
import { cleanJson } from '../print/clean.ts';

/** Prints the manifest from which Slack makes the app. */
export async function slackManifest(host: Host): Promise<number> {
  await host.stdout.write(`${cleanJson(manifestOf())}\n`);
  return 0;
}
