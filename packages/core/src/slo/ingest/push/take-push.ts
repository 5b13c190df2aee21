import type { Push } from '@sekisho/counting';
import { minuteOf, minutesPerDay } from '@sekisho/objectives/minutes';
import type { Tx } from '../../../platform/context.ts';
import { contributeAll, contributionsByDay, partsOf, seriesOf } from '../../minutes/index.ts';
import { keptDays } from '../counted-series.ts';

/**
 * Takes in what a process counted itself, for every SLO over this source that asks for its service.
 * The same push twice, or an earlier one of its segment, changes nothing. From its first minute to its
 * last the process was counting, so that span is measured.
 * @returns how many series it counts for; 0 when no SLO asks for the service
 *
 * Errors: throws `RangeError` when sums would become greater than can be exact.
 */
export async function takePush(tx: Tx, source: string, push: Push): Promise<number> {
  const wanted = tx.config.slos
    .flatMap(partsOf)
    .filter(
      ({ indicator }) =>
        indicator.kind === 'measured' &&
        indicator.source === source &&
        indicator.query['service'] === push.service,
    );
  const series = [...new Set(wanted.map(seriesOf))];
  const now = minuteOf(tx.now.getTime());
  const minutes = push.minutes.filter(
    ({ minute }) => minute >= now - keptDays * minutesPerDay && minute < now + minutesPerDay,
  );
  const first = minutes[0]?.minute ?? 0;
  const last = minutes.at(-1)?.minute ?? -1;
  // No process counts into one segment for longer than a day: a wild clock must not prove more.
  const covers =
    last < first || last - first > minutesPerDay ? [] : [{ from: first, to: last + 1 }];
  const segment = `push:${push.source}:${push.segment}`;
  const { extent } = push;
  await contributeAll(
    tx,
    series.flatMap((one) =>
      contributionsByDay({ series: one, source, segment, extent }, covers, minutes),
    ),
  );
  return series.length;
}
