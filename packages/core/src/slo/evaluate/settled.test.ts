import { readAlerts, usualPolicy } from '@sekisho/objectives/alerts';
import { makeLedger, type Objective } from '@sekisho/objectives/budget';
import { noMask } from '@sekisho/objectives/corrections';
import { MinuteHistory, minuteOf, msPerMinute } from '@sekisho/objectives/minutes';
import { expect, it } from 'vitest';
import { settled } from './settled.ts';

const start = minuteOf(Date.parse('2026-10-30T00:00Z'));

it('keeps to a drop of the budget while a new period has had no traffic yet', () => {
  const objective: Objective = {
    ...{
      method: { kind: 'occurrences' },
      targets: [{ from: 0, target: 0.99 }],
      missing: 'exclude',
    },
    window: { kind: 'calendar', unit: 'day', count: 1, timeZone: 'UTC' },
  };
  const history = new MinuteHistory();
  // The first day's last ten minutes fail, and nothing comes after midnight.
  for (let at = 0; at < 1480; at += 1) {
    const counts = at < 1430 ? { good: 1 } : at < 1440 ? { bad: 1 } : {};
    history.add(start + at, { measured: msPerMinute, ...counts });
  }
  const whole = { from: start, to: start + 1480 };
  const ledger = makeLedger(history, objective.method, noMask, whole);
  const policy = { ...usualPolicy, tiers: [], spentAt: [], noData: null };
  const dropped = (at: number, share: number) => {
    const drops = [{ share, minutes: 30 }];
    const { budget, readings } = readAlerts({ ...policy, drops }, objective, ledger, start + at);
    return settled({ objective, ledger }, budget, readings).map(({ holds }) => holds);
  };
  expect(dropped(1440, 0.2)).toEqual([true]);
  expect(dropped(1445, 0.2)).toEqual([true]);
  // Ten failed of a day that allows fourteen: less than most of it.
  expect(dropped(1445, 0.9)).toEqual([false]);
  expect(dropped(1475, 0.2)).toEqual([false]);
});
