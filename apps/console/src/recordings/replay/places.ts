import type { RecordedCommand } from '@sekisho/contract';
import { type Cast, mostCharacters } from './cast.ts';
import { plainOf, wordsOf } from './plain.ts';

/**
 * Commands that are looked for in vain, in a row and in all, before the screen is taken to show other
 * texts than these: programs that a command starts are on no screen, and may be many.
 */
const patience = { inRow: 100, inAll: 500 } as const;

/**
 * Where each command is in the recording, in seconds of it, by the command's number. By its time where
 * the recording has times; else where its text is written first after the one before, once all is
 * read. A command that neither tells of has no place.
 */
export function placesOf(
  commands: readonly RecordedCommand[],
  cast: Cast,
): ReadonlyMap<number, number> {
  return cast.timing === 'recorded' ? byTime(commands, cast) : byText(commands, cast);
}

function byTime(commands: readonly RecordedCommand[], { header, events }: Cast) {
  const end = events.at(-1)?.[0] ?? 0;
  const places = new Map<number, number>();
  for (const { number, at } of commands) {
    const seconds = at === null ? Number.NaN : Date.parse(at) / 1000 - header.timestamp;
    if (seconds >= 0 && seconds <= end) places.set(number, seconds);
  }
  return places;
}

function byText(commands: readonly RecordedCommand[], { events, whole, characters }: Cast) {
  const places = new Map<number, number>();
  if (!whole && characters < mostCharacters) return places;
  const begins: number[] = [];
  let written = '';
  for (const [, , text] of events) {
    begins.push(written.length);
    written += wordsOf(plainOf(text));
  }
  let from = 0;
  let event = 0;
  let [inRow, inAll] = [0, 0];
  for (const { number, text } of commands) {
    if (inRow >= patience.inRow || inAll >= patience.inAll) return places;
    const words = wordsOf(text);
    const found = written.indexOf(words, from);
    if (found < 0) {
      inRow += 1;
      inAll += 1;
      continue;
    }
    while ((begins[event + 1] ?? Number.POSITIVE_INFINITY) <= found) event += 1;
    places.set(number, events[event]?.[0] ?? 0);
    inRow = 0;
    from = found + words.length;
  }
  return places;
}
