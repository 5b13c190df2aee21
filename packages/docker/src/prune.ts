import type { At } from './at.ts';
import { orNull } from './failure.ts';
import { shortId } from './instance.ts';
import { labels } from './labels.ts';
import { listLaunched } from './list.ts';
import { type Note, readNotes, removeNotes } from './notes.ts';

const keptMs = 48 * 3600 * 1000;
const mostAtOnce = 5;
const over = ['exited', 'dead', 'created'];

/**
 * Removes containers of this installation that ended two days ago: until then their names stay taken. And
 * notes about what is not there any more.
 */
export async function prune(at: At): Promise<void> {
  const before = at.now().getTime() - keptMs;
  // Notes first: whatever is noted of a container that is made meanwhile is not seen.
  const notes = await readNotes(at);
  const own = (await listLaunched(at)).filter(
    ({ Labels }) => Labels[labels.installation] === at.installation,
  );
  const isQuarantined = (id: string) =>
    notes.some(({ kind, of }) => kind === 'quarantine' && of === id);
  const old = own
    .filter(({ State, Created }) => over.includes(State) && Created * 1000 < before)
    .filter(({ Id }) => !isQuarantined(shortId(Id)));
  for (const { Id } of old.slice(0, mostAtOnce)) await removeOld(at, Id, before);
  const ids = new Set(own.map(({ Id }) => shortId(Id)));
  const leases = new Set(own.map(({ Labels }) => Labels[labels.lease]));
  const isIdle = ({ kind, of, value }: Note) =>
    kind === 'switch'
      ? !leases.has(value['lease']) && Date.parse(value['at'] ?? '') < before
      : !ids.has(of);
  for (const { kind, of } of notes.filter(isIdle).slice(0, mostAtOnce))
    await removeNotes(at, kind, of);
}

async function removeOld(at: At, id: string, before: number): Promise<void> {
  const container = at.docker.getContainer(id);
  const facts = await orNull(container.inspect({ abortSignal: at.signal }));
  if (facts === null || facts.State.Running) return;
  if (Date.parse(facts.State.FinishedAt) > before) return;
  await orNull(container.remove({ v: true, abortSignal: at.signal }));
  await removeNotes(at, 'tags', shortId(id));
}
