import type { SloConfig } from '@sekisho/config';
import { type ColumnType, type Generated, type Insertable, sql, type Updateable } from 'kysely';
import { AppError } from '../../platform/app-error.ts';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { AgreementRow, CorrectionRow, Given, ProposalRow, Wish } from './row.ts';

type Json<T> = ColumnType<T, string, string>;

interface AgreementTable {
  id: string;
  number: Generated<number>;
  kind: string;
  service: string;
  slos: string[] | null;
  state: string;
  reason: string;
  wish: Json<Wish>;
  asked_by: string;
  asked_at: Date;
  lapses_at: Date;
  agreements: Json<readonly Given[]>;
  agreed_at: Date | null;
  in_force_minute: number | null;
  counts_until_minute: number | null;
  ended_at: Date | null;
  ended_by: string | null;
  end_reason: string | null;
  changed_at: Date;
  revision: Generated<number>;
}

const query = (tx: Tx) => sqlOf<{ slo_agreements: AgreementTable }>(tx);

/** What is asked for, as it is stored at first. */
export interface NewAgreement
  extends Pick<
    Insertable<AgreementTable>,
    'id' | 'service' | 'slos' | 'reason' | 'asked_by' | 'lapses_at'
  > {
  readonly kind: AgreementRow['kind'];
  readonly wish: Wish;
  readonly agreements: readonly Given[];
}

export async function insertAgreement(tx: Tx, asked: NewAgreement): Promise<AgreementRow> {
  const row = await query(tx)
    .insertInto('slo_agreements')
    .values({
      ...asked,
      state: 'open',
      wish: JSON.stringify(asked.wish),
      agreements: JSON.stringify(asked.agreements),
      asked_at: tx.now,
      changed_at: tx.now,
      ...{ agreed_at: null, in_force_minute: null, counts_until_minute: null },
      ...{ ended_at: null, ended_by: null, end_reason: null },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as unknown as AgreementRow;
}

/** Reads one and keeps others from changing it until the transaction ends. Errors: `agreement-not-found`. */
export async function lockAgreement(tx: Tx, id: string): Promise<AgreementRow> {
  const row = await query(tx)
    .selectFrom('slo_agreements')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('agreement-not-found', { id });
  return row as unknown as AgreementRow;
}

/** The open proposal of an SLO, locked; undefined when it has none. */
export async function lockOpenProposal(tx: Tx, slo: string): Promise<ProposalRow | undefined> {
  const row = await query(tx)
    .selectFrom('slo_agreements')
    .selectAll()
    .where('kind', '=', 'target')
    .where('state', '=', 'open')
    .where(sql<string>`slos[1]`, '=', slo)
    .forUpdate()
    .executeTakeFirst();
  return row as unknown as ProposalRow | undefined;
}

/** What may change of one. */
export interface AgreementPatch
  extends Omit<Updateable<AgreementTable>, 'agreements' | 'wish' | 'state'> {
  readonly state?: AgreementRow['state'];
  readonly agreements?: readonly Given[];
}

/** Writes a change, raising the revision. Errors: `changed-meanwhile` when another came first. */
export async function updateAgreement<Row extends AgreementRow>(
  tx: Tx,
  before: Row,
  { agreements, ...patch }: AgreementPatch,
): Promise<Row> {
  const row = await query(tx)
    .updateTable('slo_agreements')
    .set({
      ...patch,
      ...(agreements === undefined ? {} : { agreements: JSON.stringify(agreements) }),
      changed_at: tx.now,
      revision: before.revision + 1,
    })
    .where('id', '=', before.id)
    .where('revision', '=', before.revision)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('changed-meanwhile', { id: before.id });
  return row as unknown as Row;
}

export interface AgreementFilter {
  readonly kind: AgreementRow['kind'];
  readonly id?: string;
  /** With the service it is of, whose corrections may be for every SLO. */
  readonly slo?: Pick<SloConfig, 'id' | 'service'>;
  readonly service?: string;
  readonly limit?: number;
}

/** Those that fit, newest first. */
export async function findAgreements(tx: Tx, filter: AgreementFilter): Promise<AgreementRow[]> {
  const { kind, id, slo, service, limit = 200 } = filter;
  let found = query(tx).selectFrom('slo_agreements').selectAll().where('kind', '=', kind);
  if (id !== undefined) found = found.where('id', '=', id);
  if (service !== undefined) found = found.where('service', '=', service);
  if (slo !== undefined) found = found.where(isFor(slo));
  const rows = await found.orderBy('number', 'desc').limit(limit).execute();
  return rows as unknown as AgreementRow[];
}

/** Proposals of targets that were agreed, in the order in which that happened; of all SLOs without one named. */
export async function agreedProposals(tx: Tx, slo?: string): Promise<readonly ProposalRow[]> {
  let found = query(tx)
    .selectFrom('slo_agreements')
    .selectAll()
    .where('kind', '=', 'target')
    .where('state', '=', 'agreed');
  if (slo !== undefined) found = found.where(sql<string>`slos[1]`, '=', slo);
  const rows = await found.orderBy('number').execute();
  return rows as unknown as ProposalRow[];
}

/** Corrections that are in force for some minutes, in the order in which they were asked for. */
export async function countingCorrections(tx: Tx): Promise<readonly CorrectionRow[]> {
  const rows = await query(tx)
    .selectFrom('slo_agreements')
    .selectAll()
    .where('kind', '=', 'correction')
    .where('state', 'in', ['agreed', 'ended'])
    .orderBy('number')
    .execute();
  return rows as unknown as CorrectionRow[];
}

/** Rows that name an SLO, or are for every one of its service. */
function isFor({ id, service }: Pick<SloConfig, 'id' | 'service'>) {
  return sql<boolean>`(${id} = any(slos) or (slos is null and service = ${service}))`;
}

/** Open ones that nobody answered in time, locked; those that somebody is answering now are left out. */
export async function lockLapsed(tx: Tx, limit: number): Promise<readonly AgreementRow[]> {
  const rows = await query(tx)
    .selectFrom('slo_agreements')
    .selectAll()
    .where('state', '=', 'open')
    .where('lapses_at', '<=', tx.now)
    .orderBy('lapses_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows as unknown as AgreementRow[];
}
