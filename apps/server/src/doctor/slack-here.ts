import type { Config } from '@sekisho/config';
import type { Settings } from '../settings.ts';
import type { SlackSettings } from '../slack/index.ts';

/** What Slack would be spoken to with: a token that is not set is one that Slack refuses. */
export function slackHere({ slack }: Settings, config: Config): SlackSettings | null {
  if (config.slack === null) return null;
  const { botToken, appToken } = slack;
  return { mode: config.slack.mode, botToken: botToken ?? '', appToken: appToken ?? '' };
}
