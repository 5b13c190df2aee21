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

type Groups = NonNullable<webApi.UsergroupsListResponse['usergroups']>;

/** One list answers all looks of so long; a change reads its own. Slack lets about twenty be read a minute. */
const keptMilliseconds = 10_000;

/**
 * Slack's user groups. A call fails at once rather than wait for Slack: the engine looks again, and
 * a claim lasts no longer than a few calls take; and after `ratelimited` none is made for as long as Slack said.
 * @param now milliseconds of a clock that never goes back
 * Source of what the methods do: https://docs.slack.dev/reference/methods/usergroups.users.update
 */
export function createSlackGroups(
  { botToken, slackApiUrl }: Pick<SlackSettings, 'botToken' | 'slackApiUrl'>,
  now: () => number = () => performance.now(),
): ChatGroups {
  const client = new webApi.WebClient(botToken, {
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger: silent,
  });
  const turns = createTurns();
  const lists = new Map<string, { readonly at: number; readonly groups: Promise<Groups> }>();
  let heldUntil = Number.NEGATIVE_INFINITY;
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    if (now() < heldUntil) throw new CloudError('throttled', 'ratelimited', 'Slack: ratelimited');
    try {
      return await work();
    } catch (error) {
      if (error instanceof webApi.WebAPIRateLimitedError)
        heldUntil = now() + error.retryAfter * 1000;
      throw slackFailure(error);
    }
  };
  const listed = (team: string): Promise<Groups> => {
    const kept = lists.get(team);
    if (kept !== undefined && now() - kept.at < keptMilliseconds) return kept.groups;
    const groups = list(client, team);
    lists.set(team, { at: now(), groups });
    groups.catch(() => lists.delete(team));
    return groups;
  };
  return {
    members: (team, id) =>
      call(async () => {
        const { enabled, users } = groupOf(await listed(team), id);
        return enabled ? users : [];
      }),
    setMember: (place, rules) =>
      turns.take(place.userGroup, async () => {
        try {
          await call(() => setMember(client, place, rules));
        } finally {
          lists.delete(place.team);
        }
      }),
  };
}

async function setMember(
  client: webApi.WebClient,
  { team, userGroup, user, isMember }: MemberPlace,
  rules: MemberRules,
): Promise<void> {
  const { usergroups } = client;
  const group = groupOf(await list(client, team), userGroup);
  const named = { team_id: team, usergroup: userGroup };
  const isBack = (member: string) => group.enabled && rules.broughtBack.includes(member);
  const others = group.users.filter((member) => member !== user && !isBack(member));
  const isLeft = group.users.some((member) => member !== user && isBack(member));
  if ((group.enabled && group.users.includes(user)) === isMember && !isLeft) return;
  if (!isMember && others.length === 0) {
    await rules.guard();
    await usergroups.disable(named);
    return;
  }
  if (!group.enabled) {
    if (others.length > 0 && !(await rules.wereLent(others))) throw disabled(userGroup);
    await rules.bringBack(others);
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

/** One call tells of every group, of disabled ones too, and who is in each. */
async function list(
  { usergroups }: Pick<webApi.WebClient, 'usergroups'>,
  team: string,
): Promise<Groups> {
  const found = await usergroups.list({
    team_id: team,
    include_disabled: true,
    include_users: true,
  });
  return found.usergroups ?? [];
}

function groupOf(groups: Groups, id: string): Group {
  const group = groups.find((one) => one.id === id);
  if (group === undefined) {
    throw new CloudError('not-found', 'no_such_subteam', `Slack: no_such_subteam ${id}`);
  }
  return { enabled: (group.date_delete ?? 0) === 0, users: group.users ?? [] };
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
