import type { PersonConfig } from '@sekisho/config';
import type { Tx } from '../../platform/context.ts';
import type { SlackUser } from './links.ts';
import { linksOf } from './store.ts';

/**
 * Who somebody is in the workspace: as the file says, or where it says nothing as they confirmed
 * last by a one-time link; null where nobody knows, or there is no Slack.
 */
export async function slackOf(
  tx: Tx,
  { id, slack }: Pick<PersonConfig, 'id' | 'slack'>,
): Promise<SlackUser | null> {
  const workspace = tx.config.slack?.team;
  if (workspace === undefined) return null;
  if (slack !== null && slack.team === workspace) return slack;
  const link = (await linksOf(tx, id)).findLast(({ team }) => team === workspace);
  return link === undefined ? null : { team: link.team, user: link.slack_user };
}
