import { isMeant, ownerOf, personOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { addSeconds } from '../platform/clock.ts';
import type { Context, Tx } from '../platform/context.ts';
import { isPersonAtDoor } from '../platform/person-at-door.ts';
import { noteRead, type SessionRow, wasRead } from './store.ts';

/** A long reading is one entry of the timeline. */
const sameReadingSeconds = 3600;

/** Whose commands and recordings somebody may read. */
export interface Reach {
  /** The reader's own id; null for agents, tokens and jobs, who read nobody's. */
  readonly own: string | null;
  /** Everybody's as well. */
  readonly all: boolean;
}

/**
 * People read what they did themselves, and what others did where the configuration names them. Both
 * only while they are there themselves: an agent or a token of theirs reads nobody's.
 */
export function reachOf({ config, now }: Tx, context: Context): Reach {
  const { principal } = context;
  const own = isPersonAtDoor(context) ? principal.id : null;
  const person = own === null ? undefined : personOf(config, own);
  if (person === undefined) return { own: null, all: false };
  const readers = readersIn(config);
  const isReader = readers.some((selector) => isMeant(config, person, selector, now));
  return { own, all: isReader };
}

/** Selectors of those who may read what others did: admins where the configuration says nothing. */
export function readersIn({ recording }: Tx['config']): readonly string[] {
  return recording?.readers ?? ['role:admin'];
}

export function mayRead({ own, all }: Reach, { person }: Pick<SessionRow, 'person'>): boolean {
  return all || (own !== null && person === own);
}

/** Errors: `not-a-reader`. */
export function refuseUnlessReader(tx: Tx, context: Context, row: SessionRow): void {
  if (mayRead(reachOf(tx, context), row)) return;
  throw new AppError('not-a-reader', { id: row.id, readers: readersIn(tx.config) });
}

/** Leaves an entry when somebody reads what another did, once an hour for each session. */
export async function recordReading(tx: Tx, row: SessionRow, action: string): Promise<void> {
  const reader = ownerOf(tx.principal.id);
  if (row.person === reader) return;
  const key = { reader, session: row.id, verb: action };
  if (await wasRead(tx, key, addSeconds(tx.now, -sameReadingSeconds))) return;
  await noteRead(tx, key);
  const { id: subject, environment, lease, owner, person } = row;
  tx.record({ action, subject, environment, lease, data: { session: subject, owner, person } });
}
