import { type ColumnType, sql } from 'kysely';
import { addSeconds } from '../../platform/clock.ts';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { SloMemory } from './state.ts';

interface Tables {
  slo_states: {
    slo: string;
    state: ColumnType<SloMemory, string, string>;
    updated_at: Date;
  };
}

/** What is remembered of some SLOs, held until the transaction ends. */
export async function lockMemories(
  tx: Tx,
  slos: readonly string[],
): Promise<ReadonlyMap<string, SloMemory>> {
  return bySlo(await memories(tx, slos).orderBy('slo').forUpdate().execute());
}

/** The same, to be looked at only. */
export async function memoriesOf(
  tx: Tx,
  slos: readonly string[],
): Promise<ReadonlyMap<string, SloMemory>> {
  return bySlo(await memories(tx, slos).execute());
}

function memories(tx: Tx, slos: readonly string[]) {
  return sqlOf<Tables>(tx).selectFrom('slo_states').select(['slo', 'state']).where(among(slos));
}

function bySlo(rows: readonly { readonly slo: string; readonly state: SloMemory }[]) {
  return new Map(rows.map(({ slo, state }) => [slo, state]));
}

/** Remembers, in one statement however many there are. */
export async function writeMemories(
  tx: Tx,
  memories: readonly { readonly slo: string; readonly memory: SloMemory }[],
): Promise<void> {
  if (memories.length === 0) return;
  const rows = memories.map(({ slo, memory }) => ({ slo, state: memory }));
  await sql`
    insert into slo_states (slo, state, updated_at)
    select slo, state, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(slo text, state jsonb)
    on conflict (slo) do update set state = excluded.state, updated_at = excluded.updated_at
  `.execute(sqlOf(tx));
}

/** Forgets those that are configured no more, a day after: a replica with an older configuration may still run. */
export async function forgetMemoriesExcept(tx: Tx, slos: readonly string[]): Promise<void> {
  const aDayAgo = addSeconds(tx.now, -86_400);
  await sql`
    delete from slo_states
    where slo <> all(${[...slos]}::text[]) and updated_at < ${aDayAgo}::timestamptz
  `.execute(sqlOf(tx));
}

function among(slos: readonly string[]) {
  return sql<boolean>`slo = any(${[...slos]}::text[])`;
}
