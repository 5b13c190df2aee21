import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { lockSubject } from '../../platform/lock-subject.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';
import { announce } from '../notify.ts';
import { spentByWeek } from './store.ts';
import { mondayBefore } from './weeks.ts';

const key = 'week-told';
/** By then what was granted on the last day of the week has ended as well. */
const settledAfterSeconds = 24 * 3600;

/**
 * Tells the team, once, what the last week's servers cost and what taking them back saved; nothing
 * when none was lent. The week told of is kept as a setting: the keys of the outbox are forgotten sooner.
 */
export async function tellWeek(tx: Tx): Promise<void> {
  const monday = mondayBefore(addSeconds(tx.now, -settledAfterSeconds), 1);
  const week = monday.toISOString().slice(0, 10);
  await lockSubject(tx, key);
  const told = await settingIn<string>(tx, key);
  // Not again either when the clock was set back.
  if (told !== null && told >= week) return;
  const spent = (await spentByWeek(tx, monday)).find((each) => each.week === week);
  await writeSetting(tx, key, week);
  if (spent !== undefined) announce(tx, 'week-spent', { ...spent }, `week-spent:${week}`);
}
