import { contract } from '@sekisho/contract';
import { spentByWeek } from '../leases/index.ts';
import { addSeconds } from '../platform/clock.ts';
import { implement } from '../platform/verb.ts';

const week = 7 * 24 * 3600;

export const cost = implement(contract['ops.cost'], {
  decide: (tx, input) =>
    spentByWeek(tx, addSeconds(mondayOf(tx.now), -((input.weeks ?? 8) - 1) * week)),
});

function mondayOf(date: Date): Date {
  const daysSinceMonday = (date.getUTCDay() + 6) % 7;
  return new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - daysSinceMonday),
  );
}
