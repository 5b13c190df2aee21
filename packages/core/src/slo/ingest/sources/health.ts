import type { SourceConfig } from '@sekisho/config';
import type { Minute } from '@sekisho/objectives/minutes';
import type { Tx } from '../../../platform/context.ts';
import { throughOf } from '../../minutes/index.ts';
import { backfillLeft } from '../backfill/store.ts';
import { countObjects } from '../objects/store.ts';
import { sourceRow } from './store.ts';

/** How a source does, for people and alerts. */
export interface SourceHealth {
  readonly source: string;
  readonly kind: SourceConfig['kind'];
  /** The watermark: see `throughOf`. */
  readonly through: Minute | null;
  readonly succeededAt: Date | null;
  /** The last failure, which may be over: compare with `succeededAt`. */
  readonly error: { readonly code: string; readonly message: string; readonly at: Date } | null;
  /** Failures in a row; 0 when the last pass went well. */
  readonly failures: number;
  readonly nextAttemptAt: Date | null;
  /** Log objects that wait to be read, that were damaged, and that are gone or given up. */
  readonly objects: { readonly pending: number; readonly damaged: number; readonly lost: number };
  /** New definitions for which old objects are still being counted. */
  readonly backfill: readonly { readonly series: string; readonly left: number }[];
}

/** How one configured source does. */
export async function sourceHealth(
  tx: Tx,
  { name, kind }: Pick<SourceConfig, 'name' | 'kind'>,
): Promise<SourceHealth> {
  const row = await sourceRow(tx, name);
  const error =
    row.error_at === null
      ? null
      : { code: row.error_code ?? '', message: row.error ?? '', at: row.error_at };
  return {
    ...{ source: name, kind, through: await throughOf(tx, name), error },
    ...{ succeededAt: row.succeeded_at, failures: row.failures },
    ...{ nextAttemptAt: row.next_attempt_at, objects: await countObjects(tx, name) },
    backfill: await backfillLeft(tx, name),
  };
}

/** How every configured source does, in the order of their names. */
export async function sourcesHealth(tx: Tx): Promise<SourceHealth[]> {
  const health: SourceHealth[] = [];
  for (const source of Object.values(tx.config.sources))
    health.push(await sourceHealth(tx, source));
  return health.toSorted((a, b) => (a.source < b.source ? -1 : 1));
}
