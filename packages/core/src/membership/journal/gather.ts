import type { Entry } from '@sekisho/contract';
import { type LeaseRow, leaseHistory, leasesById } from '../../leases/index.ts';
import type { Tx } from '../../platform/context.ts';
import { entriesOfActions } from '../../timeline/index.ts';
import { journalActions } from './kinds.ts';

/** Whose journal, and of when: from a moment until just before another. */
export interface Term {
  readonly person: string;
  readonly from: Date;
  readonly to: Date;
}

/** What happened in a term, as it is stored. */
export interface Gathered {
  /** What they did, oldest first. */
  readonly entries: readonly Entry[];
  /** What they asked for or were handed, oldest first. */
  readonly leases: readonly LeaseRow[];
  /** Leases that entries are about, by id. */
  readonly about: ReadonlyMap<string, LeaseRow>;
  /** There was more than is read: the oldest is missing. */
  readonly cut: boolean;
}

/** How much is read, and how much at a time. */
export interface Bounds {
  readonly most: number;
  readonly page: number;
}

const usual: Bounds = { most: 5000, page: 1000 };

/** Reads what somebody, or an agent of theirs, did in a term. */
export async function gather(tx: Tx, term: Term, bounds: Bounds = usual): Promise<Gathered> {
  const { person, from: since, to: until } = term;
  const actors = [person, `agent:${person}`];
  const filter = { actors, actions: journalActions, since, until };
  const entries = await newest(bounds, (limit, last: Entry | undefined) =>
    entriesOfActions(tx, { ...filter, limit, ...(last ? { before: last.number } : {}) }),
  );
  const leases = await newest(bounds, (limit, last: LeaseRow | undefined) =>
    leaseHistory(tx, { of: person, since, until, limit, before: last?.id }),
  );
  const named = new Set(entries.rows.flatMap(({ lease }) => (lease === null ? [] : [lease])));
  return {
    entries: entries.rows.toReversed(),
    leases: leases.rows.toReversed(),
    about: await leasesById(tx, [...named]),
    cut: entries.cut || leases.cut,
  };
}

/** Reads page by page, newest first, until there is no more or it is enough. */
async function newest<Row>(
  { most, page }: Bounds,
  read: (limit: number, last: Row | undefined) => Promise<readonly Row[]>,
): Promise<{ readonly rows: readonly Row[]; readonly cut: boolean }> {
  const rows: Row[] = [];
  while (rows.length <= most) {
    const limit = Math.min(page, most + 1 - rows.length);
    const some = await read(limit, rows.at(-1));
    rows.push(...some);
    if (some.length < limit) break;
    if (rows.length > most) break;
  }
  return { rows: rows.slice(0, most), cut: rows.length > most };
}
