import type { PersonConfig } from '@sekisho/config';
import type { Principal } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import { addSeconds } from '../../platform/clock.ts';
import { type House, transact } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { personOf } from '../roster.ts';
import { hashToken } from '../store.ts';
import { answerLink, insertLink, readAskedLink, readLinked, type SlackLinkRow } from './store.ts';

const linkSeconds = 600;

/** Who somebody is in Slack: a user id alone identifies nobody. */
export interface SlackUser {
  readonly team: string;
  readonly user: string;
}

/** Makes the secret of a one-time link by which a Slack user can say who they are. */
export async function askForLink(house: House, { team, user }: SlackUser): Promise<string> {
  const secret = house.ids.secret();
  await transactAsSystem(house, (tx) =>
    insertLink(tx, {
      ...{ id: tx.ids.id('lnk'), hash: hashToken(secret), team, slack_user: user },
      ...{ person: null, asked_at: tx.now, linked_at: null, revoked_at: null },
      expires_at: addSeconds(tx.now, linkSeconds),
    }),
  );
  return secret;
}

/** The Slack user behind a link that waits to be confirmed. Errors: `link-not-found`. */
export async function findAskedLink(house: House, secret: string): Promise<SlackUser> {
  const row = await readAskedLink(house.database.kysely, hashToken(secret), house.clock.now());
  if (row === undefined) throw new AppError('link-not-found', { id: '' });
  return { team: row.team, user: row.slack_user };
}

/** Links the Slack user to whoever is signed in. Errors: `link-not-found` for one that is used or over. */
export async function confirmLink(
  house: House,
  principal: Principal,
  secret: string,
): Promise<SlackLinkRow> {
  return transact(house, principal, async (tx) => {
    const row = await answerLink(tx, hashToken(secret), principal.id);
    if (row === undefined) throw new AppError('link-not-found', { id: '' });
    const { id, team, slack_user: user } = row;
    tx.record({ action: 'people.link', subject: id, data: { team, user } });
    return row;
  });
}

/** The person of the roster who linked this Slack user; undefined when that is nobody now. */
export async function linkedPerson(
  house: House,
  { team, user }: SlackUser,
): Promise<PersonConfig | undefined> {
  const id = await readLinked(house.database.kysely, team, user);
  return id === undefined ? undefined : personOf(house.config(), id);
}
