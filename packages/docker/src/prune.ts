import type { At } from './at.ts';
import { orNull } from './failure.ts';
import { shortId } from './instance.ts';
import { labels } from './labels.ts';
import { listLaunched } from './list.ts';
import { readNotes, removeNotes } from './notes.ts';

const keptMs = 48 * 3600 * 1000;
const mostAtOnce = 5;
const over = ['exited', 'dead', 'created'];

/** Removes containers of this installation that ended two days ago: until then their names stay taken. */
export async function prune(at: At): Promise<void> {
  const before = at.now().getTime() - keptMs;
  const old = (await listLaunched(at))
    .filter(({ Labels }) => Labels[labels.installation] === at.installation)
    .filter(({ State, Created }) => over.includes(State) && Created * 1000 < before);
  if (old.length === 0) return;
  const quarantined = new Set((await readNotes(at, 'quarantine')).map(({ of }) => of));
  const free = old.filter(({ Id }) => !quarantined.has(shortId(Id)));
  for (const { Id } of free.slice(0, mostAtOnce)) await removeOld(at, Id, before);
}

async function removeOld(at: At, id: string, before: number): Promise<void> {
  const container = at.docker.getContainer(id);
  const facts = await orNull(container.inspect({ abortSignal: at.signal }));
  if (facts === null || facts.State.Running) return;
  if (Date.parse(facts.State.FinishedAt) > before) return;
  await orNull(container.remove({ v: true, abortSignal: at.signal }));
  await removeNotes(at, 'tags', shortId(id));
}
