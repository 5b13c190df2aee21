import type { ChatGroups } from '@sekisho/core/cloud';
import { CloudError } from '@sekisho/core/cloud';
import { webApi } from '@slack/bolt';
import type { SlackSettings } from '../parts.ts';
import { slackFailure } from './slack-failure.ts';

interface Group {
  readonly enabled: boolean;
  readonly users: readonly string[];
}

/**
 * Slack's user groups. A call fails at once rather than wait for Slack: the engine looks again, and
 * a claim lasts no longer than a few calls take.
 * Source of what the methods do: https://docs.slack.dev/reference/methods/usergroups.users.update
 */
export function createSlackGroups({
  botToken,
  slackApiUrl,
}: Pick<SlackSettings, 'botToken' | 'slackApiUrl'>): ChatGroups {
  const client = new webApi.WebClient(botToken, {
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger: silent,
  });
  return {
    members: (team, id) =>
      refused(async () => {
        const { enabled, users } = await find(client, team, id);
        return enabled ? users : [];
      }),
    setMembers: (team, id, users) => refused(() => setMembers(client, team, id, users)),
  };
}

async function setMembers(
  { usergroups }: webApi.WebClient,
  team: string,
  id: string,
  users: readonly string[],
): Promise<void> {
  const group = await find({ usergroups }, team, id);
  const named = { team_id: team, usergroup: id };
  if (users.length === 0) {
    if (group.enabled) await usergroups.disable(named);
    return;
  }
  if (!group.enabled) await usergroups.enable(named);
  if (same(group.users, users)) return;
  await usergroups.users.update({ ...named, users: users.join() });
}

/** One call tells of disabled groups too, and who is in each. */
async function find(
  { usergroups }: Pick<webApi.WebClient, 'usergroups'>,
  team: string,
  id: string,
): Promise<Group> {
  const found = await usergroups.list({
    team_id: team,
    include_disabled: true,
    include_users: true,
  });
  const group = found.usergroups?.find((one) => one.id === id);
  if (group === undefined) {
    throw new CloudError('not-found', 'no_such_subteam', `Slack: no_such_subteam ${id}`);
  }
  return { enabled: (group.date_delete ?? 0) === 0, users: group.users ?? [] };
}

function same(some: readonly string[], others: readonly string[]): boolean {
  const set = new Set(others);
  return set.size === new Set(some).size && some.every((one) => set.has(one));
}

async function refused<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw slackFailure(error);
  }
}

/** What goes wrong is thrown; the engine tells of it. */
const silent: webApi.Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => webApi.LogLevel.ERROR,
  setName: () => undefined,
};
