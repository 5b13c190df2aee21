import type { Config } from '@sekisho/config';
import type { Settings } from '../settings.ts';
import type { SlackSettings } from '../slack/index.ts';

/** What Slack would be spoken to with: a secret that is not set is empty. */
export function slackHere({ slack }: Settings, config: Config): SlackSettings | null {
  if (config.slack === null) return null;
  const { botToken, appToken, signingSecret } = slack;
  return {
    mode: config.slack.mode,
    botToken: botToken ?? '',
    appToken: appToken ?? '',
    signingSecret: signingSecret ?? '',
  };
}
