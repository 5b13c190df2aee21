import type { Pair } from '@sekisho/words';
import { pair, type Shape } from './shape-pair.ts';

/** Ids of Slack. */
export const slackShapes = {
  'slack-team': pair('a Slack team id', 'T0123ABCD', 'Slack のチーム ID', 'T0123ABCD'),
  'slack-user': pair('a Slack user id', 'U0123ABCD', 'Slack のユーザー ID', 'U0123ABCD'),
  'slack-channel': pair('a Slack channel id', 'C0123ABCD', 'Slack のチャンネル ID', 'C0123ABCD'),
  'slack-user-group': pair(
    'the id of a Slack user group',
    'S0123ABCD',
    'Slack のユーザーグループ ID',
    'S0123ABCD',
  ),
} as const satisfies Record<string, Pair<Shape>>;
