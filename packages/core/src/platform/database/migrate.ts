import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { AnyTables } from './any-tables.ts';
import { up as house } from './migrations/0001-house.ts';
import { up as sloMinutes } from './migrations/0002-slo-minutes.ts';
import { up as sloAlerts } from './migrations/0003-slo-alerts.ts';
import { up as sloAgreements } from './migrations/0004-slo-agreements.ts';
import { up as sloWaysIn } from './migrations/0005-slo-ways-in.ts';
import { up as sloCommits } from './migrations/0006-slo-commits.ts';
import { up as sloReviews } from './migrations/0007-slo-reviews.ts';
import { up as sloSourceLines } from './migrations/0012-slo-source-lines.ts';
import { up as sloOverrideUntil } from './migrations/0013-slo-override-until.ts';
import { up as sessions } from './migrations/0014-sessions.ts';
import { up as ci } from './migrations/0015-ci.ts';
import { up as accessDrift } from './migrations/0016-access-drift.ts';
import { up as leaseParts } from './migrations/0017-lease-parts.ts';
import { up as sessionEnds } from './migrations/0018-session-ends.ts';
import { up as directory } from './migrations/0019-directory.ts';
import { up as accountRoles } from './migrations/0020-account-roles.ts';
import { up as leaseDrains } from './migrations/0021-lease-drains.ts';
import { up as recordedSessions } from './migrations/0022-recorded-sessions.ts';

/** Every migration, oldest first. They only go forward: expand, then contract in a later release. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-house': { up: house },
  '0002-slo-minutes': { up: sloMinutes },
  '0003-slo-alerts': { up: sloAlerts },
  '0004-slo-agreements': { up: sloAgreements },
  '0005-slo-ways-in': { up: sloWaysIn },
  '0006-slo-commits': { up: sloCommits },
  '0007-slo-reviews': { up: sloReviews },
  '0012-slo-source-lines': { up: sloSourceLines },
  '0013-slo-override-until': { up: sloOverrideUntil },
  '0014-sessions': { up: sessions },
  '0015-ci': { up: ci },
  '0016-access-drift': { up: accessDrift },
  '0017-lease-parts': { up: leaseParts },
  '0018-session-ends': { up: sessionEnds },
  '0019-directory': { up: directory },
  '0020-account-roles': { up: accountRoles },
  '0021-lease-drains': { up: leaseDrains },
  '0022-recorded-sessions': { up: recordedSessions },
};

/**
 * Brings the schema up to date, or no further than one migration; replicas that start together take turns.
 * Errors: throws the first failure.
 */
export async function migrate(kysely: Kysely<AnyTables>, to?: string): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error === undefined) return;
  throw new Error('The database could not be migrated.', { cause: byNewer(error) ?? error });
}

/** What Kysely says of a migration that it does not find, as an operator understands it. */
function byNewer(error: unknown): Error | null {
  const [, name] = /previously executed migration (\S+) is missing/.exec(String(error)) ?? [];
  if (name === undefined) return null;
  return new Error(`a newer Sekisho has migrated it (${name}), so start that one`);
}
