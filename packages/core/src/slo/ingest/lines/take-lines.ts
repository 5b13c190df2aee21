import type { SourceConfig } from '@sekisho/config';
import { createScanner, type LogEventLine, type Sli } from '@sekisho/counting';
import { type Minute, minuteOf, minutesPerDay, type Span } from '@sekisho/objectives/minutes';
import type { Tx } from '../../../platform/context.ts';
import { lockSubject } from '../../../platform/lock-subject.ts';
import { contributionsByDay, extendAll } from '../../minutes/index.ts';
import {
  countedSeries,
  countedSlis,
  keptDays,
  minutesOfSeries,
  scannerOptions,
} from '../counted-series.ts';
import { linesRead } from '../read-lines/lines-read.ts';
import { noteLines } from '../read-lines/store.ts';
import { noteSuccess } from '../sources/store.ts';
import { knownEvents, knownMinutes, rememberEvents, rememberedDays } from './store.ts';

export type SubscriptionConfig = Extract<SourceConfig, { readonly kind: 'cloudwatch-logs' }>;

/** What became of the events of a delivery. */
export interface TakenLines {
  /** Taken in now. */
  readonly fresh: number;
  /** Of a time too long ago, or too far ahead, to know whether they were counted: left out. */
  readonly outOfTime: number;
}

/** A day less than events are remembered, so that none that is counted can have been forgotten. */
const oldestDays = rememberedDays - 1;

/**
 * Takes in events that a subscription delivered, each once however often it comes and whatever it
 * comes together with. The minutes in which there were events are measured, and so is silence
 * between them that is not longer than the source says.
 */
export async function takeLines(
  tx: Tx,
  config: SubscriptionConfig,
  events: readonly LogEventLine[],
): Promise<TakenLines> {
  const now = minuteOf(tx.now.getTime());
  const inTime = events.filter(({ at }) => {
    const minute = minuteOf(at);
    return minute >= now - oldestDays * minutesPerDay && minute < now + minutesPerDay;
  });
  await lockSubject(tx, `slo-lines:${config.name}`);
  await noteSuccess(tx, config.name);
  const outOfTime = events.length - inTime.length;
  const wanted = countedSeries(tx.config, config.name, now);
  const fresh = wanted.length === 0 ? [] : await remember(tx, config.name, inTime);
  if (fresh.length === 0) return { fresh: 0, outOfTime };
  const counted = count(config, fresh, countedSlis(config, wanted));
  await noteLines(tx, config.name, [linesRead(counted)]);
  const kept = ({ minute }: { readonly minute: Minute }) =>
    minute >= now - keptDays * minutesPerDay && minute < now + minutesPerDay;
  const minutes = counted.map((each) => each.minutes.filter(kept));
  const covers = [
    ...(await watched(tx, config, fresh)),
    ...(minutes[0] ?? []).map(({ minute }) => ({ from: minute, to: minute + 1 })),
  ];
  const contributions = wanted.flatMap(({ series }, index) =>
    contributionsByDay(
      { series, source: config.name, segment: 'lines', extent: 0 },
      covers,
      minutesOfSeries(minutes, index, wanted),
    ),
  );
  await extendAll(tx, contributions);
  return { fresh: fresh.length, outOfTime };
}

/** Remembers the events that are not known yet. @returns which they are */
async function remember(
  tx: Tx,
  source: string,
  events: readonly LogEventLine[],
): Promise<readonly LogEventLine[]> {
  const fresh: LogEventLine[] = [];
  const byMinute = Map.groupBy(events, ({ at }) => minuteOf(at));
  const known = await knownEvents(tx, source, [...byMinute.keys()]);
  for (const [minute, all] of byMinute) {
    const { parts = 0, keys = new Set<string>() } = known.get(minute) ?? {};
    const added = new Map(all.filter(({ key }) => !keys.has(key)).map((one) => [one.key, one]));
    if (added.size === 0) continue;
    await rememberEvents(tx, { source, minute, part: parts }, [...added.keys()]);
    fresh.push(...added.values());
  }
  return fresh;
}

/** What each SLI counts in the events' lines. */
function count(config: SubscriptionConfig, events: readonly LogEventLine[], slis: readonly Sli[]) {
  const text = Buffer.from(events.map((event) => `${event.text}\n`).join(''));
  return slis.map((sli) => {
    const scanner = createScanner(scannerOptions(config, sli));
    scanner.push(text);
    return scanner.end();
  });
}

/** The minutes of fresh events, with what was silent between them and the next event on either side. */
async function watched(
  tx: Tx,
  { name, quietMinutes }: SubscriptionConfig,
  fresh: readonly LogEventLine[],
): Promise<readonly Span[]> {
  const ours = new Set(fresh.map(({ at }) => minuteOf(at)));
  const minutes = [...ours].toSorted((a, b) => a - b);
  const around = {
    from: (minutes[0] ?? 0) - quietMinutes - 1,
    to: (minutes.at(-1) ?? 0) + quietMinutes + 2,
  };
  const all = [...new Set([...ours, ...(await knownMinutes(tx, name, around))])].toSorted(
    (a, b) => a - b,
  );
  const silent = all.flatMap((minute, index): Span[] => {
    const next = all[index + 1] ?? Number.POSITIVE_INFINITY;
    const beside = ours.has(minute) || ours.has(next);
    return beside && next - minute - 1 <= quietMinutes ? [{ from: minute + 1, to: next }] : [];
  });
  return [...minutes.map((minute) => ({ from: minute, to: minute + 1 })), ...silent];
}
