import type { InputOf } from '@sekisho/contract';
import { readTexts } from '../shared/search-params.ts';

const filters = ['lease', 'person', 'environment', 'since', 'until'] as const;

/** Filters of sessions and what is searched in them, as they stand in the address. */
export type SessionsSearch = ReturnType<typeof readSessionsSearch>;

export function readSessionsSearch(raw: Record<string, unknown>) {
  // `after` goes on in a search, `before` in the list.
  return readTexts(raw, [...filters, 'before', 'find', 'regex', 'after']);
}

/** At which command a replay begins. */
export function readSessionSearch(raw: Record<string, unknown>) {
  return readTexts(raw, ['command']);
}

/** Commands of one page; a session with more is paged through on the command line. */
const mostCommands = 1000;

/** What to ask of one session: its first commands, or those around the one to begin at. */
export function showInput(id: string, command: string | undefined): InputOf<'ops.sessions.show'> {
  const number = Number(command);
  const isBeyond = Number.isSafeInteger(number) && number > mostCommands;
  return { id, limit: mostCommands, ...(isBeyond ? { after: number - mostCommands / 2 } : {}) };
}

/** What to ask of the list. */
export function listInput(search: SessionsSearch, limit: number): InputOf<'ops.sessions'> {
  return { ...readTexts(search, [...filters, 'before']), limit };
}

/** What to ask of the search; null where nothing is searched. */
export function findInput(search: SessionsSearch): InputOf<'ops.sessions.grep'> | null {
  const { find } = search;
  if (find === undefined) return null;
  const regex = search.regex === undefined ? {} : { regex: true };
  // Whoever searches in a hurry does not think of capitals.
  return { ...readTexts(search, [...filters, 'after']), ...regex, pattern: find, ignoreCase: true };
}
