import type { Config, PersonConfig } from '@sekisho/config';
import type { House, Tx } from '../../platform/context.ts';
import { linkedPerson, type SlackUser } from './links.ts';
import { linksOf, readLinks, type SlackLinkRow } from './store.ts';

type Named = Pick<PersonConfig, 'id' | 'slack'>;

/**
 * Who somebody is in the workspace: as the file says, or where it says nothing as they confirmed
 * last by a one-time link; null where nobody knows, or there is no Slack.
 */
export async function slackOf(tx: Tx, person: Named): Promise<SlackUser | null> {
  const { config } = tx;
  return said(config, person) ?? confirmed(config, person.id, await linksOf(tx, person.id));
}

/** The same of several, by their ids and as it stands now; whom nobody knows in Slack is not among them. */
export async function slackUsersOf(
  house: House,
  people: readonly Named[],
): Promise<ReadonlyMap<string, SlackUser>> {
  const config = house.config();
  const isAsked = config.slack !== null && people.some((person) => said(config, person) === null);
  const links = isAsked ? await readLinks(house.database.kysely, null) : [];
  const users = new Map<string, SlackUser>();
  for (const person of people) {
    const user = said(config, person) ?? confirmed(config, person.id, links);
    if (user !== null) users.set(person.id, user);
  }
  return users;
}

/** Who a Slack user is: as the file says, or where it names nobody as they confirmed by a one-time link. */
export async function personOfSlack(
  house: House,
  who: SlackUser,
): Promise<PersonConfig | undefined> {
  return namedAs(house.config(), who) ?? linkedPerson(house, who);
}

function said({ slack: workspace }: Config, { slack }: Named): SlackUser | null {
  return workspace !== null && slack?.team === workspace.team ? slack : null;
}

function namedAs({ people }: Config, { team, user }: SlackUser): PersonConfig | undefined {
  return people.find(({ slack }) => slack?.team === team && slack.user === user);
}

/** A Slack user whom the file names as somebody is nobody else, whatever was confirmed before. */
function confirmed(config: Config, id: string, links: readonly SlackLinkRow[]): SlackUser | null {
  const mine = links
    .filter(({ person, team }) => person === id && team === config.slack?.team)
    .map(({ team, slack_user: user }) => ({ team, user }));
  return mine.findLast((user) => namedAs(config, user) === undefined) ?? null;
}
