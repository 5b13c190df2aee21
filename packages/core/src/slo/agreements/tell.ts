import type { NoticeFacts } from '@sekisho/words';
import { ownerOf } from '../../people/index.ts';
import type { EntryDraft, Tx } from '../../platform/context.ts';
import { percentOf } from './minutes.ts';
import type { AgreementRow } from './row.ts';

/** The subject columns of an entry about a proposal or a correction, and what it is about. */
export function about(
  row: AgreementRow,
): Required<Pick<EntryDraft, 'subject' | 'service' | 'data'>> {
  const what =
    row.kind === 'target'
      ? { slo: row.slos[0] ?? '', target: percentOf(row.wish.target) }
      : { slos: row.slos, retroactive: row.wish.retroactive };
  return { subject: row.id, service: row.service, data: { kind: row.kind, ...what } };
}

/** Orders its card to be drawn again, for everyone who was asked. */
export function redraw(tx: Tx, row: AgreementRow): void {
  const dedupe = `agreement:${row.id}:${row.revision}`;
  tx.order({ topic: 'agreement', payload: { id: row.id, revision: row.revision }, dedupe });
}

type Ending = 'agreement-reached' | 'agreement-declined' | 'agreement-lapsed';

/** Tells whoever asked how it ended, in their own language. */
export function tellAsker<Name extends Ending>(
  tx: Tx,
  notice: Name,
  row: AgreementRow,
  facts: Omit<NoticeFacts[Name], 'id' | 'subject' | 'target'>,
): void {
  const person = ownerOf(row.asked_by);
  const subject = row.slos === null ? row.service : row.slos.join(', ');
  const target = row.kind === 'target' ? percentOf(row.wish.target) : null;
  const payload = {
    ...{ notice, person, lease: null },
    facts: { id: row.id, subject, target, ...facts },
  };
  tx.order({ topic: 'tell', payload, dedupe: `tell:${person}:${notice}:${row.id}` });
}
