import type { ChatGroups, MemberPlace, MemberRules } from '@sekisho/core/cloud';
import { CloudError } from '@sekisho/core/cloud';
import { webApi } from '@slack/bolt';
import type { SlackSettings } from '../parts.ts';
import { createTurns } from '../turns.ts';
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
  const turns = createTurns();
  return {
    members: (team, id) =>
      refused(async () => {
        const { enabled, users } = await find(client, team, id);
        return enabled ? users : [];
      }),
    setMember: (place, rules) =>
      refused(() => turns.take(place.userGroup, () => setMember(client, place, rules))),
  };
}

async function setMember(
  client: webApi.WebClient,
  { team, userGroup, user, isMember }: MemberPlace,
  rules: MemberRules,
): Promise<void> {
  const { usergroups } = client;
  const group = await find(client, team, userGroup);
  const named = { team_id: team, usergroup: userGroup };
  const others = group.users.filter((member) => member !== user);
  if ((group.enabled && group.users.includes(user)) === isMember) return;
  if (!isMember && others.length === 0) {
    await rules.guard();
    await usergroups.disable(named);
    return;
  }
  if (!group.enabled) {
    if (others.length > 0 && !(await rules.wereLent(others))) throw disabled(userGroup);
    await rules.guard();
    await usergroups.enable(named);
    if (others.length === 0 && group.users.length > 0) return;
  }
  const kept = group.enabled ? others : [];
  await rules.guard();
  await usergroups.users.update({ ...named, users: (isMember ? [...kept, user] : kept).join() });
}

/** Enabling it would bring back people of whom we know nothing, or lose them. */
function disabled(userGroup: string): CloudError {
  return new CloudError('conflict', 'disabled_group', `Slack: ${userGroup} is disabled`);
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
