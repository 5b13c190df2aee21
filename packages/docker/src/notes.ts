import { CloudError } from '@sekisho/core/cloud';
import { volumesIn } from './answers.ts';
import type { At } from './at.ts';
import { orNull } from './failure.ts';
import { labels } from './labels.ts';

/*
 * An engine changes no label of a container that is there, and knows no schedules. What must be remembered
 * where the containers are, although Sekisho's database were lost, is written as labels of empty volumes that
 * nothing mounts: a change makes a new one and then removes the old one, so that one is always there.
 */

export type NoteKind = 'switch' | 'tags' | 'quarantine';

export interface Note {
  readonly kind: NoteKind;
  /** Name of the switch, or id of the container. */
  readonly of: string;
  readonly value: Readonly<Record<string, string>>;
}

interface Written extends Note {
  readonly volume: string;
  readonly turn: number;
}

const mostTurns = 5;

/** The newest note about each thing. @param of only notes about this one */
export async function readNotes(at: At, kind?: NoteKind, of?: string): Promise<readonly Note[]> {
  const newest = new Map<string, Written>();
  for (const note of await readAll(at, kind, of)) {
    const key = `${note.kind} ${note.of}`;
    if (note.turn > (newest.get(key)?.turn ?? -1)) newest.set(key, note);
  }
  return [...newest.values()];
}

/** Writes a note in the place of those about the same thing; one that says the same is left. */
export async function writeNote(at: At, note: Note): Promise<void> {
  const before = await readAll(at, note.kind, note.of);
  const newest = before.toSorted((a, b) => b.turn - a.turn)[0];
  if (newest === undefined || !same(newest, note)) {
    await writeNext(at, note, (newest?.turn ?? 0) + 1);
  }
  const old = newest === undefined || same(newest, note) ? [] : before;
  for (const { volume } of old) await removeVolume(at, volume);
}

/** Forgets whatever is noted of a thing. */
export async function removeNotes(at: At, kind: NoteKind, of: string): Promise<void> {
  for (const { volume } of await readAll(at, kind, of)) await removeVolume(at, volume);
}

/** Making a volume that is there already answers with that one: then somebody else's turn it was. */
async function writeNext(at: At, note: Note, first: number): Promise<void> {
  for (let turn = first; turn < first + mostTurns; turn += 1) {
    const made = await at.docker.createVolume({
      Name: `sekisho-${note.kind}-${note.of}-${turn}`,
      Labels: labelsOf(at, note, turn),
      abortSignal: at.signal,
    });
    const found = noteOf(await made.inspect({ abortSignal: at.signal }));
    if (found !== null && same(found, note)) return;
  }
  throw new CloudError('conflict', 'NoteTaken', `others write ${note.kind} of ${note.of}`);
}

function labelsOf({ installation }: At, { kind, of, value }: Note, turn: number) {
  return {
    [labels.installation]: installation,
    [labels.note]: kind,
    [labels.of]: of,
    [labels.turn]: String(turn),
    [labels.value]: JSON.stringify(value),
  };
}

/** Of several labels Docker wants all and Podman any: one is asked for, the rest is seen to here. */
async function readAll(at: At, kind?: NoteKind, of?: string): Promise<readonly Written[]> {
  const filters = JSON.stringify({ label: [labels.note] });
  const answer = await at.docker.listVolumes({ filters, abortSignal: at.signal });
  return volumesIn(answer)
    .filter(({ Labels }) => Labels?.[labels.installation] === at.installation)
    .flatMap((volume) => noteOf(volume) ?? [])
    .filter((note) => kind === undefined || note.kind === kind)
    .filter((note) => of === undefined || note.of === of);
}

const kinds: readonly string[] = ['switch', 'tags', 'quarantine'] satisfies NoteKind[];

/** Null of what somebody else made with our labels. */
function noteOf(volume: {
  readonly Name: string;
  readonly Labels: Readonly<Record<string, string>> | null;
}): Written | null {
  const {
    [labels.note]: kind = '',
    [labels.of]: of,
    [labels.turn]: turn,
    [labels.value]: value,
  } = volume.Labels ?? {};
  if (!kinds.includes(kind) || of === undefined || value === undefined) return null;
  try {
    const read: unknown = JSON.parse(value);
    const number = Number(turn);
    if (!isRecord(read) || !Number.isSafeInteger(number) || number < 0) return null;
    return { kind: kind as NoteKind, of, value: read, volume: volume.Name, turn: number };
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}

function same(one: Note, other: Note): boolean {
  const text = ({ value }: Note) =>
    JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
}

async function removeVolume({ docker, signal }: At, name: string): Promise<void> {
  await orNull(docker.getVolume(name).remove({ abortSignal: signal }));
}
