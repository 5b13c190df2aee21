import { dayOf, minuteOf } from '@sekisho/objectives/minutes';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { forgetMinutesBefore } from '../minutes/index.ts';
import { keptDays } from './counted-series.ts';
import { forgetFilesBefore } from './files/store.ts';
import { forgetEvents } from './lines/store.ts';
import { forgetObjectsBefore } from './objects/store.ts';

/** Logs that are still rotated are seen all the time; a month covers a server that stood still. */
const keptFilesSeconds = 31 * 86_400;

/** Forgets minutes, and what they were read from, older than thirteen months. */
export async function forgetOldMinutes(tx: Tx): Promise<void> {
  const now = minuteOf(tx.now.getTime());
  await forgetMinutesBefore(tx, dayOf(now) - keptDays);
  await forgetEvents(tx, now);
  await forgetFilesBefore(tx, addSeconds(tx.now, -keptFilesSeconds));
  await forgetObjectsBefore(tx, addSeconds(tx.now, -(keptDays + 1) * 86_400));
}
