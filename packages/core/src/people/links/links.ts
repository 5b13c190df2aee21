import type { PersonConfig } from '@sekisho/config';
import type { Principal } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import { addSeconds } from '../../platform/clock.ts';
import { type House, type Tx, transact } from '../../platform/context.ts';
import { lockSubject } from '../../platform/lock-subject.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { personOf } from '../roster.ts';
import { hashToken } from '../store.ts';
import {
  answerLink,
  findAsked,
  findLinked,
  insertLink,
  markUnlinked,
  readAskedLink,
  readLinked,
  type SlackLinkRow,
} from './store.ts';

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

/**
 * Links the Slack user to whoever is signed in. Errors: `link-not-found` for one that is used or over,
 * `link-taken` for a Slack user who is somebody else of the roster.
 */
export async function confirmLink(
  house: House,
  principal: Principal,
  secret: string,
): Promise<SlackLinkRow> {
  return transact(house, principal, async (tx) => {
    const hash = hashToken(secret);
    const asked = await findAsked(tx, hash);
    if (asked !== undefined) await endEarlier(tx, asked);
    const row = await answerLink(tx, hash, principal.id);
    if (row === undefined) throw new AppError('link-not-found', { id: '' });
    const { id, team, slack_user: user } = row;
    tx.record({ action: 'people.link', subject: id, data: { team, user } });
    return row;
  });
}

/**
 * Makes room for a link: the Slack user's earlier one ends when it is one's own, or of nobody in the
 * roster. Errors: `link-taken` for a living person's: only they or an admin end that.
 */
async function endEarlier(tx: Tx, { team, slack_user: user }: SlackLinkRow): Promise<void> {
  // Two links that were asked for at once may be confirmed at once.
  await lockSubject(tx, `slack-user:${team}/${user}`);
  const earlier = await findLinked(tx, team, user);
  if (earlier === undefined) return;
  const { id, person } = earlier;
  const isMine = person === tx.principal.id;
  if (!isMine && person !== null && personOf(tx.config, person) !== undefined) {
    throw new AppError('link-taken', { id, holder: person });
  }
  await markUnlinked(tx, id);
  const action = isMine ? 'people.unlink' : 'people.link-dropped';
  tx.record({ action, subject: id, data: { person } });
}

/** The person of the roster who linked this Slack user; undefined when that is nobody now. */
export async function linkedPerson(
  house: House,
  { team, user }: SlackUser,
): Promise<PersonConfig | undefined> {
  const link = await readLinked(house.database.kysely, team, user);
  return personOf(house.config(), link?.person ?? '');
}
