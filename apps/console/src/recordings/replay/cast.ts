import type { RecordingPage } from '@sekisho/contract';

/** Seconds since the beginning, `o` for output, what was written: a line of asciicast v2. */
export type CastEvent = RecordingPage['events'][number];

/** A recording, as far as it was read. */
export interface Cast {
  readonly header: RecordingPage['header'];
  readonly timing: RecordingPage['timing'];
  readonly events: readonly CastEvent[];
  /** Characters in all events, and what events take beside them. */
  readonly characters: number;
  /** Whether its end was read. */
  readonly whole: boolean;
}

/** Characters that are kept of one recording: a browser draws them anew at each step back. */
export const mostCharacters = 16_000_000;

const most = { width: 500, height: 200 } as const;

/** What an event takes beside its characters: a recording of short lines is bounded too. */
const charactersOfEvent = 64;

/** A recording with one more page; its times never run backwards, and its screen can be drawn. */
export function withPage(cast: Cast | null, page: RecordingPage): Cast {
  let at = cast?.events.at(-1)?.[0] ?? 0;
  let characters = cast?.characters ?? 0;
  const events = page.events.map(([seconds, code, text]): CastEvent => {
    // What is no number is no time either.
    if (seconds > at && Number.isFinite(seconds)) at = seconds;
    characters += text.length + charactersOfEvent;
    return [at, code, text];
  });
  return {
    header: cast?.header ?? {
      ...page.header,
      width: sideOf(page.header.width, most.width, 80),
      height: sideOf(page.header.height, most.height, 24),
    },
    timing: cast?.timing ?? page.timing,
    events: cast === null ? events : cast.events.concat(events),
    characters,
    whole: page.next === null,
  };
}

function sideOf(said: number, largest: number, usual: number): number {
  return Number.isInteger(said) && said > 0 ? Math.min(said, largest) : usual;
}

/** The recording as a file of asciicast v2, which other players read. */
export function castFile({ header, events }: Cast): string {
  return [header, ...events].map((line) => `${JSON.stringify(line)}\n`).join('');
}
