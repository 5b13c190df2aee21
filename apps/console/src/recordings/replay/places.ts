import type { RecordedCommand } from '@sekisho/contract';
import type { Cast } from './cast.ts';

/** Control sequences, as a terminal takes them out of what it shows. */
const controls =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)|[\u0000-\u0009\u000b-\u001f]/g;

/**
 * Where each command is in the recording, in seconds of it, by the command's number. By its time where
 * the recording has times; else where its text is written first after the one before. A command that
 * neither tells of has no place.
 */
export function placesOf(
  commands: readonly RecordedCommand[],
  { header, timing, events }: Cast,
): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const end = events.at(-1)?.[0] ?? 0;
  let from = 0;
  for (const { number, at, text } of commands) {
    if (timing === 'recorded' && at !== null) {
      const seconds = Date.parse(at) / 1000 - header.timestamp;
      if (seconds >= 0 && seconds <= end) places.set(number, seconds);
      continue;
    }
    const found = events.findIndex(
      ([, , written], index) => index >= from && written.replace(controls, '').includes(text),
    );
    if (found < 0) continue;
    places.set(number, events[found]?.[0] ?? 0);
    from = found + 1;
  }
  return places;
}
