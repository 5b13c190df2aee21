import { dayOf, minuteOf } from '@sekisho/objectives/minutes';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { forgetMinutesBefore } from '../minutes/index.ts';
import { keptDays } from './counted-series.ts';
import { forgetFilesBefore } from './files/store.ts';
import { forgetEvents } from './lines/store.ts';
import { forgetObjectsBefore } from './objects/store.ts';
import { forgetRunsBefore } from './probes/store.ts';
import { forgetLinesBefore } from './read-lines/store.ts';

/** Logs that are still rotated are seen all the time; a month covers a server that stood still. */
const keptFilesSeconds = 31 * 86_400;

/** Minutes are made of runs at once; people may look for why one failed for a while. */
const keptRunsSeconds = 35 * 86_400;

/** How many lines were read is of use while somebody looks for what changed. */
const keptLinesDays = 35;

/** Forgets minutes, and what they were read from, older than thirteen months. */
export async function forgetOldMinutes(tx: Tx): Promise<void> {
  const now = minuteOf(tx.now.getTime());
  await forgetMinutesBefore(tx, dayOf(now) - keptDays);
  await forgetEvents(tx, now);
  await forgetLinesBefore(tx, dayOf(now) - keptLinesDays);
  await forgetRunsBefore(tx, addSeconds(tx.now, -keptRunsSeconds));
  await forgetFilesBefore(tx, addSeconds(tx.now, -keptFilesSeconds));
  await forgetObjectsBefore(tx, addSeconds(tx.now, -(keptDays + 1) * 86_400));
}
