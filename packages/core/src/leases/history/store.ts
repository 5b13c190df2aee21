import type { LeaseKindName, LeaseState } from '@sekisho/contract';
import { type ExpressionBuilder, sql } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { LeaseRow } from '../row.ts';
import { needLease } from '../store.ts';

interface Tables {
  leases: LeaseRow;
}

/** Servers that a lease had before the one that it has. */
const replaced = sql<readonly string[] | null>`frozen #> '{kind,replaces}'`;

export interface HistoryFilter {
  readonly kind?: LeaseKindName | undefined;
  readonly search?: string | undefined;
  readonly environment?: string | undefined;
  /** Twelve digits. */
  readonly account?: string | undefined;
  /** Name of a permission set, or of a team. */
  readonly title?: string | undefined;
  /** What a job borrowed a role for. */
  readonly purpose?: string | undefined;
  readonly holder?: string | undefined;
  /** A person who asked for them or holds them. */
  readonly of?: string | undefined;
  readonly state?: LeaseState | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Leases of every state, newest request first; `before` is the last id of the page before. */
export async function leaseHistory(tx: Tx, filter: HistoryFilter): Promise<LeaseRow[]> {
  let query = sqlOf<Tables>(tx).selectFrom('leases').selectAll();
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.environment) query = query.where('environment', '=', filter.environment);
  if (filter.account) query = query.where(frozenIs('account', filter.account));
  if (filter.title) query = query.where(frozenIs('title', filter.title));
  if (filter.purpose)
    query = query.where(sql<boolean>`frozen ->> 'title' ilike ${`${escaped(filter.purpose)} · %`}`);
  if (filter.holder) query = query.where('holder', '=', filter.holder);
  if (filter.of) query = query.where(isOf(filter.of));
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.since) query = query.where('requested_at', '>=', filter.since);
  if (filter.until) query = query.where('requested_at', '<', filter.until);
  if (filter.search) query = query.where(matching(filter.search));
  if (filter.before) {
    const last = await needLease(tx, filter.before);
    query = query.where((where) =>
      where.or([
        where('requested_at', '<', last.requested_at),
        where.and([where('requested_at', '=', last.requested_at), where('id', '>', last.id)]),
      ]),
    );
  }
  return query.orderBy('requested_at', 'desc').orderBy('id').limit(filter.limit).execute();
}

/** The leases with these ids; ids that nobody knows are missing from the answer. */
export async function leasesById(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LeaseRow>> {
  if (ids.length === 0) return new Map();
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('leases')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which lease each of these servers is or was of, by server; those of no lease are missing. */
export async function leasesOfServers(
  tx: Tx,
  environment: string,
  servers: readonly string[],
): Promise<ReadonlyMap<string, Pick<LeaseRow, 'id' | 'holder'>>> {
  if (servers.length === 0) return new Map();
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('leases')
    .select(['id', 'holder', 'resource', replaced.as('replaced')])
    .where('kind', '=', 'ops-server')
    .where('environment', '=', environment)
    .where((where) =>
      where.or([
        where('resource', 'in', [...servers]),
        sql<boolean>`${replaced} ?| array[${sql.join([...servers])}]::text[]`,
      ]),
    )
    .execute();
  return new Map(
    rows.flatMap(({ id, holder, resource, replaced: former }) =>
      [resource ?? '', ...(former ?? [])].map((server) => [server, { id, holder }] as const),
    ),
  );
}

interface During {
  readonly from: Date;
  readonly to: Date;
  readonly limit: number;
  /** Any without it. */
  readonly kind?: LeaseKindName;
}

/** Leases that somebody had at some time of a span, the first that was granted first. */
export async function leasesDuring(tx: Tx, { from, to, limit, kind }: During): Promise<LeaseRow[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('leases')
    .selectAll()
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as LeaseKindName))
    .where('granted_at', '<', to)
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', from)]))
    .orderBy('granted_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** How often one title, such as a permission set, was lent in one account. */
export interface LentOften {
  /** Twelve digits. */
  readonly account: string;
  readonly title: string;
  /** Leases that somebody had at some time since then. */
  readonly times: number;
  /** When one was granted last, whenever that was. */
  readonly last: Date;
}

/** Leases of a kind that were ever granted, counted by account and title. */
export async function lentByTitle(
  tx: Tx,
  { kind, since }: { readonly kind: LeaseKindName; readonly since: Date },
): Promise<LentOften[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('leases')
    .select([
      sql<string>`frozen ->> 'account'`.as('account'),
      sql<string>`coalesce(frozen ->> 'title', '')`.as('title'),
      sql<number>`(count(*) filter (where ended_at is null or ended_at > ${since}))::integer`.as(
        'times',
      ),
      sql<Date>`max(granted_at)`.as('last'),
    ])
    .where('kind', '=', kind)
    .where('granted_at', 'is not', null)
    .groupBy(['account', 'title'])
    .execute();
}

/** When the first lease of any kind was asked for: before, nothing is known; null when none was. */
export async function firstLeaseAt(tx: Tx): Promise<Date | null> {
  const first = await sqlOf<Tables>(tx)
    .selectFrom('leases')
    .select('requested_at')
    .orderBy('requested_at')
    .limit(1)
    .executeTakeFirst();
  return first?.requested_at ?? null;
}

/** Whether what was frozen says so, in any letter case. */
function frozenIs(field: 'account' | 'title', value: string) {
  return sql<boolean>`lower(frozen ->> ${field}) = ${value.toLowerCase()}`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

type Where = ExpressionBuilder<Tables, 'leases'>;

function isOf(person: string) {
  return (where: Where) =>
    where.or([where('requester', '=', person), where('holder', '=', person)]);
}

/** Every word must be found in one of the columns that people remember. */
function matching(search: string) {
  const columns = [
    'id',
    'reason',
    'ticket',
    'holder',
    'requester',
    'resource',
    'environment',
  ] as const;
  const words = search.split(/\s+/).filter((word) => word !== '');
  return (where: Where) =>
    where.and(
      words.map((word) => {
        const pattern = `%${escaped(word)}%`;
        return where.or([
          ...columns.map((column) => where(column, 'ilike', pattern)),
          sql<boolean>`frozen ->> 'title' ilike ${pattern}`,
          sql<boolean>`(${replaced})::text ilike ${pattern}`,
        ]);
      }),
    );
}
