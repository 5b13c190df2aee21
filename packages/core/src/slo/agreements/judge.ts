import type { PersonConfig } from '@sekisho/config';
import type { Side } from '@sekisho/contract';
import { needPersonOf, ownerOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/context.ts';
import type { AgreementRow } from './row.ts';
import { ownersOf, peopleFor, sidesOf } from './sides.ts';
import { asOfNow } from './view.ts';

/** Errors: `agreement-over` when it was answered, or nobody did in time. */
export function refuseUnlessOpen(tx: Tx, row: AgreementRow): void {
  const { id, state } = asOfNow(tx, row);
  if (state !== 'open') throw new AppError('agreement-over', { id, state });
}

/**
 * The person who acts, or for whom somebody acts, and for whom they may agree about a service.
 * Errors: `not-of-service` when they are neither an owner nor an SRE.
 */
export function needOfService(
  tx: Tx,
  service: string,
): { readonly me: PersonConfig; readonly sides: readonly Side[] } {
  const me = needPersonOf(tx.config, ownerOf(tx.principal.id));
  const sides = sidesOf(tx.config, service, me, tx.now);
  if (sides.length > 0) return { me, sides };
  const from = [...ownersOf(tx.config, service), 'role:sre'];
  const people = [...peopleFor(tx.config, service, ['owner', 'sre'], tx.now)];
  throw new AppError('not-of-service', { service, from, people });
}
