import type { Kysely } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';

/** A Slack user who asked to be linked, and the person who said that it is they. */
export interface SlackLinkRow {
  id: string;
  hash: string;
  team: string;
  slack_user: string;
  person: string | null;
  asked_at: Date;
  expires_at: Date;
  linked_at: Date | null;
  revoked_at: Date | null;
}

interface Tables {
  slack_links: SlackLinkRow;
}

/** Keeps that a Slack user asks; what they asked before is void. */
export async function insertLink(tx: Tx, row: SlackLinkRow): Promise<void> {
  const sql = sqlOf<Tables>(tx);
  await sql
    .deleteFrom('slack_links')
    .where('linked_at', 'is', null)
    .where((where) =>
      where.or([
        where('expires_at', '<=', tx.now),
        where.and([where('team', '=', row.team), where('slack_user', '=', row.slack_user)]),
      ]),
    )
    .execute();
  await sql.insertInto('slack_links').values(row).execute();
}

/** One that nobody answered yet, by its hash. */
export async function readAskedLink(
  kysely: Kysely<Tables>,
  hash: string,
  now: Date,
): Promise<SlackLinkRow | undefined> {
  return kysely
    .selectFrom('slack_links')
    .selectAll()
    .where('hash', '=', hash)
    .where('linked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** The same, as a transaction finds it. */
export function findAsked(tx: Tx, hash: string): Promise<SlackLinkRow | undefined> {
  return readAskedLink(sqlOf<Tables>(tx), hash, tx.now);
}

/** Links it to a person, once; answers undefined when it was answered, or is over. */
export async function answerLink(
  tx: Tx,
  hash: string,
  person: string,
): Promise<SlackLinkRow | undefined> {
  return sqlOf<Tables>(tx)
    .updateTable('slack_links')
    .set({ person, linked_at: tx.now })
    .where('hash', '=', hash)
    .where('linked_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returningAll()
    .executeTakeFirst();
}

/** Links in force, of one person or of everyone when `person` is null; the latest last. */
export async function readLinks(
  kysely: Kysely<Tables>,
  person: string | null,
): Promise<SlackLinkRow[]> {
  let query = kysely
    .selectFrom('slack_links')
    .selectAll()
    .where('linked_at', 'is not', null)
    .where('revoked_at', 'is', null);
  if (person !== null) query = query.where('person', '=', person);
  return query.orderBy('linked_at').execute();
}

/** The same, as a transaction finds them. */
export function linksOf(tx: Tx, person: string | null): Promise<SlackLinkRow[]> {
  return readLinks(sqlOf<Tables>(tx), person);
}

export async function findLink(tx: Tx, id: string): Promise<SlackLinkRow | undefined> {
  return sqlOf<Tables>(tx)
    .selectFrom('slack_links')
    .selectAll()
    .where('id', '=', id)
    .where('linked_at', 'is not', null)
    .executeTakeFirst();
}

export async function markUnlinked(tx: Tx, id: string): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('slack_links')
    .set({ revoked_at: tx.now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Ends the links of everyone who is not among these people; answers which. */
export async function unlinkAllBut(tx: Tx, people: readonly string[]): Promise<SlackLinkRow[]> {
  return sqlOf<Tables>(tx)
    .updateTable('slack_links')
    .set({ revoked_at: tx.now })
    .where('linked_at', 'is not', null)
    .where('revoked_at', 'is', null)
    .where('person', 'not in', people)
    .returningAll()
    .execute();
}

/** The link in force of a Slack user; undefined when there is none. */
export async function readLinked(
  kysely: Kysely<Tables>,
  team: string,
  user: string,
): Promise<SlackLinkRow | undefined> {
  return kysely
    .selectFrom('slack_links')
    .selectAll()
    .where('team', '=', team)
    .where('slack_user', '=', user)
    .where('linked_at', 'is not', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

/** The same, as a transaction finds it. */
export function findLinked(tx: Tx, team: string, user: string): Promise<SlackLinkRow | undefined> {
  return readLinked(sqlOf<Tables>(tx), team, user);
}
