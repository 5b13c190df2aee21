import { type Finding, found, subjectOf } from '@sekisho/contract';
import type { Database } from '../platform/database/database.ts';
import { judgeClock } from './clock.ts';
import type { Examination } from './ports.ts';
import { type DatabaseFacts, readDatabaseFacts } from './store.ts';

const subject = subjectOf('database');

/** What the database says of itself. @param where how it is named when it does not answer */
export function databaseExaminations(
  database: Database,
  { practice, where }: { readonly practice: boolean; readonly where: string },
): readonly Examination[] {
  return [
    {
      codes: ['database', 'database-schema', 'clock-database'],
      subject,
      examine: async () => {
        try {
          const facts = await readDatabaseFacts(database);
          const aheadMs = await databaseAheadMs(database);
          const clock = judgeClock('clock-database', subject, aheadMs);
          return [kindOf(database, facts, practice), schemaOf(facts), clock];
        } catch (error) {
          return unreachable(where, error);
        }
      },
    },
  ];
}

/** A database that cannot be asked. */
export function unreachable(where: string, error: unknown): readonly Finding[] {
  const detail = error instanceof Error ? error.message || codeOf(error) : String(error);
  const blocked = (['database-schema', 'clock-database'] as const).map((code) =>
    found(code, 'blocked', subject, { by: 'database' }),
  );
  return [found('database', 'unreachable', subject, { where, detail }), ...blocked];
}

/** Several addresses of one name that all refuse are one error without words of its own. */
function codeOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  return code ?? error.name;
}

/** Milliseconds that the database's clock is ahead of this machine's. */
export async function databaseAheadMs(database: Database): Promise<number> {
  const before = Date.now();
  const theirs = (await database.now()).getTime();
  return theirs - (before + Date.now()) / 2;
}

function kindOf({ engine }: Database, facts: DatabaseFacts, practice: boolean): Finding {
  if (facts.readOnly) return found('database', 'read-only', subject, {});
  const { version } = facts;
  if (engine === 'postgres') return found('database', 'good', subject, { version });
  return found('database', practice ? 'practice' : 'embedded', subject, {});
}

function schemaOf({ missing, unknown, newest }: DatabaseFacts): Finding {
  const listed = (names: readonly string[]) => names.join(', ');
  if (missing.length > 0)
    return found('database-schema', 'behind', subject, { missing: listed(missing) });
  if (unknown.length > 0)
    return found('database-schema', 'ahead', subject, { unknown: listed(unknown) });
  return found('database-schema', 'good', subject, { newest });
}
