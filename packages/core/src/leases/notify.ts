import type { Lent, NoticeFacts, NoticeName } from '@sekisho/words';
import type { Tx } from '../platform/context.ts';
import type { LeaseRow } from './row.ts';

/** Facts of a notice about a lease, without those that every such notice has. */
type OwnFacts<Name extends NoticeName> = Omit<NoticeFacts[Name], 'id' | keyof Lent>;

/** What goes on with a lease is told once, of the whole; that a part of it failed is told of the part. */
const alsoOfParts: ReadonlySet<NoticeName> = new Set<NoticeName>(['failed']);

/**
 * Tells some people about a lease, in their own language, once for each `dedupe`.
 * People in `facts` are ids; the door that speaks turns them into names.
 */
export function tell<Name extends NoticeName>(
  tx: Tx,
  notice: Name,
  people: readonly string[],
  lease: LeaseRow,
  facts: OwnFacts<Name>,
  dedupe = `${notice}:${lease.id}:${lease.revision}`,
): void {
  if (lease.part_of !== null && !alsoOfParts.has(notice)) return;
  tellAlsoOfPart(tx, notice, people, lease, facts, dedupe);
}

/** The same of a part to which something happened by itself. */
export function tellAlsoOfPart<Name extends NoticeName>(
  tx: Tx,
  notice: Name,
  people: readonly string[],
  lease: LeaseRow,
  facts: OwnFacts<Name>,
  dedupe = `${notice}:${lease.id}:${lease.revision}`,
): void {
  const all = { id: lease.id, ...lentOf(lease), ...facts };
  for (const person of new Set(people)) {
    const payload = { notice, person, lease: lease.id, facts: all };
    tx.order({ topic: 'tell', payload, dedupe: `tell:${person}:${dedupe}` });
  }
}

/** What is lent, for a sentence about it. */
export function lentOf({ kind, environment, frozen }: LeaseRow): Lent {
  return { kind, environment, ...(frozen.title === undefined ? {} : { title: frozen.title }) };
}

/** Says something to the whole team, in the channel of the cards, once for each `dedupe`. */
export function announce<Name extends NoticeName>(
  tx: Tx,
  notice: Name,
  facts: NoticeFacts[Name],
  dedupe: string,
): void {
  tx.order({ topic: 'announce', payload: { notice, facts }, dedupe: `announce:${dedupe}` });
}

/** Pages whoever is on call, and the channel for pages. */
export function page<Name extends NoticeName>(
  tx: Tx,
  notice: Name,
  facts: NoticeFacts[Name],
  dedupe: string,
  lease: string | null = null,
): void {
  tx.order({ topic: 'page', payload: { notice, lease, facts }, dedupe: `page:${dedupe}` });
}
