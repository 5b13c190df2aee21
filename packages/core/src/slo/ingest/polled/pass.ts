import type { SloConfig, SourceConfig } from '@sekisho/config';
import { spanOf } from '@sekisho/objectives/budget';
import {
  type Minute,
  minuteOf,
  minutesPerDay,
  msPerMinute,
  type Span,
} from '@sekisho/objectives/minutes';
import { addSeconds } from '../../../platform/clock.ts';
import type { House } from '../../../platform/context.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { partsOf, rereadSpan, seriesOf } from '../../minutes/index.ts';
import { type MinuteSource, SourceError } from '../../ports.ts';
import type { SourceAdapters } from '../adapters.ts';
import { noteSeries } from '../backfill/store.ts';
import { keptDays } from '../counted-series.ts';
import { writeSource } from '../sources/store.ts';
import { askedRow, noteAsked } from './store.ts';

/** Seconds that one pass may spend on the past. */
const passSeconds = 45;
/** Minutes asked for at first, and beyond the declared lateness: what is running now matters most. */
const firstMinutes = 60;

interface Asked {
  readonly series: string;
  readonly source: MinuteSource;
  readonly latenessMinutes: number;
  readonly stopping: AbortSignal | undefined;
  /** The oldest minute that any SLO of this series looks at. */
  readonly oldest: Minute;
}

/**
 * Asks a source that has counted already for each SLO over it: what is new since the last time, what may
 * have come late, and, as time allows, the past that the SLO looks at.
 *
 * Errors: the first `SourceError` when it answered for no SLO; one that fails alone is noted beside the others.
 */
export async function pollSource(
  house: House,
  adapters: SourceAdapters,
  config: SourceConfig,
): Promise<void> {
  const began = house.clock.now();
  const now = minuteOf(began.getTime());
  const slos = house
    .config()
    .slos.flatMap(partsOf)
    .filter(({ indicator }) => indicator.source === config.name);
  const bySeries = Map.groupBy(slos, seriesOf);
  if (bySeries.size === 0) return;
  await transactAsSystem(house, (tx) => noteSeries(tx, config.name, [...bySeries.keys()], 0));
  const failures: { readonly slo: SloConfig; readonly error: SourceError }[] = [];
  for (const [series, [slo, ...rest]] of bySeries) {
    if (slo === undefined) continue;
    const oldest = Math.min(...[slo, ...rest].map((one) => oldestOf(one, now)));
    try {
      const source = sourceFor(adapters, slo, config);
      const { latenessMinutes } = config;
      const until = addSeconds(began, passSeconds);
      const { stopping } = adapters;
      const asked = { series, source, latenessMinutes, stopping, oldest };
      await askFor(house, config.name, asked, now, until);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      failures.push({ slo, error });
    }
  }
  const [first] = failures;
  if (first !== undefined && failures.length === bySeries.size) throw first.error;
  await transactAsSystem(house, async (tx) => {
    await writeSource(tx, config.name, { covered_to: now });
    if (first === undefined) return;
    const { slo, error } = first;
    const said = { error: `${slo.id}: ${error.message}`.slice(0, 500), error_code: error.code };
    await writeSource(tx, config.name, { ...said, error_at: tx.now });
  });
}

function oldestOf({ window }: SloConfig, now: Minute): Minute {
  return Math.max(spanOf(window, now).from, now - keptDays * minutesPerDay);
}

function sourceFor(adapters: SourceAdapters, slo: SloConfig, config: SourceConfig): MinuteSource {
  const source = adapters.minuteSource(slo, config);
  if (source !== null) return source;
  throw new SourceError('refused', `sources of the kind ${config.kind} cannot be read here`);
}

/** Asks for the present, then for the past, a day at a time. */
async function askFor(
  house: House,
  source: string,
  asked: Asked,
  now: Minute,
  until: Date,
): Promise<void> {
  const row = await transactAsSystem(house, (tx) => askedRow(tx, asked.series));
  const readTo = row.read_to ?? now - firstMinutes;
  let from = readTo - asked.latenessMinutes;
  let readFrom = row.read_from ?? from;
  while (from < now) {
    const to = Math.min(now, from + minutesPerDay);
    await askForSpan(house, source, asked, { from, to }, { from: readFrom, to });
    from = to;
  }
  const mayGoOn = () => asked.stopping?.aborted !== true && house.clock.now() <= until;
  while (readFrom > asked.oldest && mayGoOn()) {
    const span = { from: Math.max(asked.oldest, readFrom - minutesPerDay), to: readFrom };
    await askForSpan(house, source, asked, span, { from: span.from, to: now });
    readFrom = span.from;
  }
}

/** Asks for a span, and remembers what was said together with the span that has been asked for by then. */
async function askForSpan(
  house: House,
  source: string,
  { series, source: minutes }: Asked,
  span: Span,
  known: Span,
): Promise<void> {
  const read = await minutes.read(span);
  // What a source says of other minutes than it was asked for would be counted again when it is.
  const said = read.filter(({ minute }) => minute >= span.from && minute < span.to);
  const covers = said.map(({ minute, measured }) => ({
    from: minute,
    to: minute + measured / msPerMinute,
  }));
  await transactAsSystem(house, async (tx) => {
    const contribution = { series, source, segment: 'asked', extent: span.to, covers };
    await rereadSpan(tx, { ...contribution, minutes: said }, span);
    await noteAsked(tx, series, { read_from: known.from, read_to: known.to });
  });
}
