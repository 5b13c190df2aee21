import { countPieces, type Pieces } from '@sekisho/counting';
import { minutesPerDay, type Span } from '@sekisho/objectives/minutes';
import { contributionsByDay, type SeriesContribution } from '../../minutes/index.ts';
import type { LogObject, LogStore } from '../../ports.ts';
import {
  type CountedSeries,
  countedSlis,
  keptDays,
  type LogSourceConfig,
  minutesOfSeries,
  scannerOptions,
} from '../counted-series.ts';
import { type LinesRead, linesRead } from '../read-lines/lines-read.ts';
import { spanOfName } from './span-of-name.ts';

/** What one object gives to every series of its source. */
export interface ReadObject {
  readonly contributions: readonly SeriesContribution[];
  /** Why not all of it could be read; what came before it is counted. */
  readonly damage: string | null;
  readonly read: LinesRead;
}

/** Names the part of a source that one content of one object is. */
export function segmentOf({ key, etag }: Pick<LogObject, 'key' | 'etag'>): string {
  return `${key}#${etag}`;
}

/**
 * Counts an object for several series, reading it once.
 * @param now minutes since 1970: what lies further off than minutes are kept, or a day ahead, is left out
 * Errors: `SourceError`.
 */
export async function readObject(
  store: LogStore,
  config: LogSourceConfig,
  object: Pick<LogObject, 'key' | 'etag'>,
  wanted: readonly CountedSeries[],
  now: number,
): Promise<ReadObject> {
  const options = countedSlis(config, wanted).map((sli) => scannerOptions(config, sli));
  const { counted, damage } = await countPieces(piecesOf(store, object), options);
  const kept = ({ minute }: { readonly minute: number }) =>
    minute >= now - keptDays * minutesPerDay && minute < now + minutesPerDay;
  const minutes = counted.map((each) => each.minutes.filter(kept));
  const seen = spanOfMinutes(minutes[0] ?? []);
  const cover = coverOf(spanOfName(config.format, object.key), seen, config, damage !== null);
  const segment = segmentOf(object);
  const contributions = wanted.flatMap(({ series }, index) =>
    contributionsByDay(
      { series, source: config.name, segment, extent: 0 },
      cover !== null && kept({ minute: cover.from }) ? [cover] : [],
      minutesOfSeries(minutes, index, wanted),
    ),
  );
  return { contributions, damage, read: linesRead(counted) };
}

function piecesOf(store: LogStore, object: Pick<LogObject, 'key' | 'etag'>): Pieces {
  return {
    ...{ name: object.key, again: true },
    async *open() {
      for await (const { buffer, byteOffset, byteLength } of store.open(object))
        yield Buffer.from(buffer, byteOffset, byteLength);
    },
  };
}

/** A log without times in its name is cut once a day or more often: one wild line must not prove more than that. */
const longestCover = 25 * 60;

/** From the first minute to after the last; null when there are none. */
function spanOfMinutes(minutes: readonly { readonly minute: number }[]): Span | null {
  const [first] = minutes;
  const last = minutes.at(-1);
  if (first === undefined || last === undefined) return null;
  return { from: Math.max(first.minute, last.minute + 1 - longestCover), to: last.minute + 1 };
}

/** What an object proves to have been watched: of a damaged one only what could be read of it. */
function coverOf(
  named: Span | null,
  seen: Span | null,
  { format }: LogSourceConfig,
  damaged: boolean,
): Span | null {
  if (named === null || damaged) return seen;
  if (format !== 'clb' || seen === null) return named;
  // A Classic Load Balancer's interval may be an hour, which only its events say.
  const from = Math.max(named.to - 60, Math.min(named.from, seen.from));
  return { from, to: named.to };
}
