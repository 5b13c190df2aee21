import type { DeadMansSwitch } from '@sekisho/core/cloud';
import type { At } from './at.ts';
import { moveEnd, readEnd } from './keeper.ts';
import { runningOf } from './list.ts';
import { type Note, readNotes, removeNotes, writeNote } from './notes.ts';

/**
 * Notes when a lease's container ends by itself, which its launch reads, and moves the end of one that runs.
 * Errors: as the engine's, and `conflict` when a running one cannot be told.
 */
export async function arm(at: At, { name, lease, at: end }: DeadMansSwitch): Promise<void> {
  await writeNote(at, { kind: 'switch', of: name, value: { lease, at: end } });
  for (const id of await runningOf(at, lease)) await moveEnd(at, id, secondsOf(end));
}

/** Removes the note; what runs still ends by itself. */
export async function disarm(at: At, name: string): Promise<void> {
  await removeNotes(at, 'switch', name);
}

/** When the lease's container ends by itself: as it says itself where it runs, else as is noted for its launch. */
export async function armedFor(at: At, name: string): Promise<string | null> {
  const [note] = await readNotes(at, 'switch', name);
  const { lease, at: end } = note?.value ?? {};
  if (lease === undefined || end === undefined) return null;
  for (const id of await runningOf(at, lease)) {
    const own = await readEnd(at, id);
    if (own === null) return null;
    if (own !== secondsOf(end)) return new Date(own * 1000).toISOString();
  }
  return end;
}

/** When the container of a lease has to end, in seconds since 1970; null when nobody armed its switch. */
export async function endOf(at: At, lease: string): Promise<number | null> {
  const notes = await readNotes(at, 'switch');
  const ends = notes.filter((note) => note.value['lease'] === lease).map(endIn);
  return ends.length === 0 ? null : Math.min(...ends);
}

const endIn = ({ value }: Note) => secondsOf(value['at'] ?? '');

function secondsOf(moment: string): number {
  return Math.floor(Date.parse(moment) / 1000);
}
