import type { ColumnType, Generated } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { ActionRow, Basis, ReviewRow } from './row.ts';

interface Tables {
  slo_reviews: Omit<ReviewRow, 'basis'> & {
    basis: ColumnType<Basis | null, string | null, string | null>;
  };
  slo_review_actions: Omit<ActionRow, 'number'> & { number: Generated<number> };
  slo_review_months: { month: string; revision: Generated<number> };
}

const mostActions = 500;

/** The reviews of a month, by SLO. */
export async function reviewsOf(tx: Tx, month: string): Promise<ReadonlyMap<string, ReviewRow>> {
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('slo_reviews')
    .selectAll()
    .where('month', '=', month)
    .execute();
  return new Map(rows.map((row) => [row.slo, row]));
}

/** Begins a review. @returns false when it was begun before */
export async function insertReview(
  tx: Tx,
  review: Pick<ReviewRow, 'month' | 'slo' | 'service'>,
): Promise<boolean> {
  const done = await sqlOf<Tables>(tx)
    .insertInto('slo_reviews')
    .values({
      ...{ ...review, state: 'in-progress', started_at: tx.now, started_by: tx.principal.id },
      ...{ decided_at: null, decided_by: null, decision: null, basis: null },
    })
    .onConflict((conflict) => conflict.columns(['month', 'slo']).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Writes what was decided; a later decision takes the place of an earlier one, which the timeline keeps. */
export async function setDecision(
  tx: Tx,
  { month, slo }: Pick<ReviewRow, 'month' | 'slo'>,
  decision: string,
  basis: Basis,
): Promise<ReviewRow> {
  return sqlOf<Tables>(tx)
    .updateTable('slo_reviews')
    .set({
      ...{ state: 'reviewed', decision, basis: JSON.stringify(basis) },
      ...{ decided_at: tx.now, decided_by: tx.principal.id },
    })
    .where('month', '=', month)
    .where('slo', '=', slo)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Raises the revision of a month, for whoever draws it. */
export async function touchMonth(tx: Tx, month: string): Promise<number> {
  const { revision } = await sqlOf<Tables>(tx)
    .insertInto('slo_review_months')
    .values({ month, revision: 1 })
    .onConflict((conflict) =>
      conflict.column('month').doUpdateSet((eb) => ({
        revision: eb('slo_review_months.revision', '+', 1),
      })),
    )
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/** The revision of a month; 0 before its review began. */
export async function revisionOf(tx: Tx, month: string): Promise<number> {
  const row = await sqlOf<Tables>(tx)
    .selectFrom('slo_review_months')
    .select('revision')
    .where('month', '=', month)
    .executeTakeFirst();
  return row?.revision ?? 0;
}

export async function insertAction(
  tx: Tx,
  asked: Pick<ActionRow, 'id' | 'month' | 'slo' | 'service' | 'what' | 'owner' | 'due_at'>,
): Promise<ActionRow> {
  return sqlOf<Tables>(tx)
    .insertInto('slo_review_actions')
    .values({
      ...{ ...asked, asked_by: tx.principal.id, asked_at: tx.now },
      ...{ done_at: null, done_by: null },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function findAction(tx: Tx, id: string): Promise<ActionRow | undefined> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_review_actions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function setDone(tx: Tx, id: string): Promise<ActionRow> {
  return sqlOf<Tables>(tx)
    .updateTable('slo_review_actions')
    .set({ done_at: tx.now, done_by: tx.principal.id })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** What a month's review asked for, and what earlier ones did and nobody has done, in that order. */
export async function actionsUntil(tx: Tx, month: string): Promise<ActionRow[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_review_actions')
    .selectAll()
    .where((where) =>
      where.or([
        where('month', '=', month),
        where.and([where('month', '<', month), where('done_at', 'is', null)]),
      ]),
    )
    .orderBy('number')
    .limit(mostActions)
    .execute();
}
